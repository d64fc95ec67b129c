import { describe, expect, test } from 'vitest'
import { isSettled, isWaiting, OutboxState, readEntry, TURNS_INTO } from '../../../shared/model/outbox.ts'

const ENTRY = {
  version: 1,
  key: 'digest.2026-W12.a.b',
  kind: 'digest',
  period: '2026-W12',
  stage: '',
  recipient: { address: 'a@example.cn', name: '', audience: 'county' },
  subject: '',
  content: null,
  told: { asOf: '2026-03-16', period: '2026-02', indicators: { output: { value: null, status: 'no-data' } } },
  state: 'sent',
  reason: 'sent',
  run: 'r1',
  plannedAt: '2026-03-16T00:00:00.000Z',
  claim: null,
  draft: null,
  attempts: [],
  reference: null,
  history: [],
}

describe('the states of a message', () => {
  test.each([
    ['planned', 'claimed skipped waived'],
    ['claimed', 'planned drafted rejected'],
    ['drafted', 'planned sent rejected needs-decision'],
    ['sent', ''],
    ['rejected', 'planned'],
    ['needs-decision', 'planned sent waived'],
    ['waived', 'planned'],
    ['skipped', ''],
  ] as const)('%s turns into: %s', (from, to) => {
    expect([...TURNS_INTO[from]].sort()).toEqual(to.split(' ').filter(Boolean).sort())
  })

  test('only what was laid down, or parked after it, can be sent', () => {
    expect(OutboxState.options.filter((state) => TURNS_INTO[state].includes('sent'))).toEqual(['drafted', 'needs-decision'])
  })

  test('each state waits, is settled, or needs a person', () => {
    expect(OutboxState.options.filter((state) => isWaiting(state))).toEqual(['planned', 'claimed', 'drafted'])
    expect(OutboxState.options.filter((state) => !isWaiting(state) && !isSettled(state))).toEqual(['needs-decision'])
  })
})

describe('readEntry', () => {
  test('an entry comes back as it was written', () => expect(readEntry(JSON.stringify(ENTRY))).toEqual(ENTRY))

  test('one of before versions were counted is upgraded: its tries are attempts whose end nobody knows', () => {
    const { version: _, attempts: __, history: ___, stage: ____, ...old } = ENTRY
    expect(readEntry(JSON.stringify({ ...old, state: 'drafted', tries: 1 }))).toMatchObject({
      version: 1,
      state: 'drafted',
      attempts: [{ run: 'r1', outcome: null }],
      history: [{ from: null, to: 'drafted', reason: 'upgraded' }],
    })
  })

  test.each([
    ['newer', JSON.stringify({ ...ENTRY, version: 2, state: 'dreamt' })],
    ['unreadable', '{"version":1'],
    ['unreadable', 'null'],
    ['unreadable', '[]'],
    ['unreadable', JSON.stringify({ ...ENTRY, state: 'dreamt' })],
    ['unreadable', JSON.stringify({ ...ENTRY, version: 'one' })],
  ] as const)('%s: %s', (reading, text) => expect(readEntry(text)).toBe(reading))
})
