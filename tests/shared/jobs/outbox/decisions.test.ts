import { describe, expect, test } from 'vitest'
import { resend, waive } from '../../../../shared/jobs/outbox/decide.ts'
import { nameOfKey } from '../../../../shared/jobs/outbox/entry-name.ts'
import { erase } from '../../../../shared/jobs/outbox/erase.ts'
import { listOutbox } from '../../../../shared/jobs/outbox/list-outbox.ts'
import { retain } from '../../../../shared/jobs/outbox/retain.ts'
import { memoryStore } from '../../../support/memory-store.ts'
import { type OutboxCase, outboxCase, SPREADSHEET } from '../../../support/outbox-case.ts'

const A = 'a@example.cn'
const B = 'b@example.cn'

/** A message to A of which nobody knows whether it was accepted, and one to B that was. */
async function parked(): Promise<OutboxCase> {
  const county = outboxCase({ mailbox: 'blind' })
  const door = county.mailbox.door(({ method, address }) => (method === 'send' && address === A ? 'lost-before' : undefined))
  await county.run('r1', [A, B], { world: county.world({ door }) })
  expect([county.entryOf(A).state, county.entryOf(B).state]).toEqual(['needs-decision', 'sent'])
  return county
}
const decisionOf = (county: OutboxCase, address: string) => ({
  spreadsheetId: SPREADSHEET,
  key: county.entryOf(address).key,
  by: 'li.ming',
  at: county.now(),
})

describe('a person decides', () => {
  test('nothing happens until then, however many runs there are', async () => {
    const county = await parked()
    for (const id of ['r2', 'r3', 'r4']) {
      county.advance(24 * 60)
      expect((await county.run(id, [A, B])).tally).toMatchObject({ sent: 1, needsDecision: 1 })
    }
    expect(county.mailbox.accepted).toHaveLength(1)
    const { held } = await listOutbox(county.store, SPREADSHEET)
    expect(held.map(({ entry }) => entry.state).sort()).toEqual(['needs-decision', 'sent'])
  })

  test('to send it again: the next run makes a new attempt under a new name, with the content it had', async () => {
    const county = await parked()
    await resend(decisionOf(county, A), county.store)
    expect((await county.run('r2', [A, B])).tally).toMatchObject({ sent: 2, needsDecision: 0 })
    const entry = county.entryOf(A)
    const mail = county.mailbox.accepted.at(-1)!
    expect(mail).toMatchObject({ key: `${entry.key}.r1`, messageId: `<${entry.key}.r1@example.cn>`, text: 'r1' })
    expect(entry.attempts.map(({ outcome }) => outcome)).toEqual(['unknown', 'sent'])
    expect(entry.history.find(({ reason }) => reason === 'resend')).toMatchObject({ by: 'li.ming', from: 'needs-decision' })
  })

  test('not to send it', async () => {
    const county = await parked()
    await waive(decisionOf(county, A), county.store)
    expect((await county.run('r2', [A, B])).tally).toMatchObject({ sent: 1, waived: 1 })
    expect(county.mailbox.accepted).toHaveLength(1)
  })

  test('what was sent can’t be sent again or waived, and an unknown key is told', async () => {
    const county = await parked()
    for (const decide of [resend, waive]) {
      await expect(decide(decisionOf(county, B), county.store)).rejects.toMatchObject({ code: 'message-decided' })
      for (const key of ['x', county.entryOf(A).key.replace(/.$/, 'z'), county.entryOf(A).key.replace('W12', 'W13')])
        await expect(decide({ ...decisionOf(county, A), key }, county.store)).rejects.toMatchObject({ code: 'no-such-message' })
    }
  })

  test('a message refused after its period was closed goes out when it is sent again', async () => {
    const county = outboxCase()
    const door = county.mailbox.door(({ method }) => (method === 'send' ? 'rejected' : undefined))
    await county.run('r1', [A], { world: county.world({ door }) })
    county.advance(10 * 24 * 60)
    await county.run('r2', [B], { period: '2026-W13' })
    const { held } = await listOutbox(county.store, SPREADSHEET)
    expect(held.map(({ entry }) => entry.period)).toEqual(['2026-W13'])
    await resend(decisionOf(county, A), county.store)
    expect((await county.run('r3', [], { batches: [] })).tally).toMatchObject({ planned: 2, sent: 2 })
  })
})

/** A case whose store knows the case's time, as retention goes by it. */
function timedCase(): OutboxCase {
  let now = () => new Date(0)
  const county = outboxCase({ store: memoryStore({ now: () => now() }) })
  now = county.now
  return county
}

test('content of settled messages is dropped after its time; the record of them, and what waits, stays', async () => {
  const county = timedCase()
  await county.run('r1', [A, B])
  expect(await retain(county.store, SPREADSHEET, 90, county.now())).toBe(0)
  county.advance(100 * 24 * 60)
  await county.run('r2', [A], { period: '2026-W26', limits: { perDay: 0 } })
  expect(await retain(county.store, SPREADSHEET, 90, county.now())).toBe(2)
  expect(county.entryOf(A)).toMatchObject({ state: 'sent', content: null, recipient: { address: A } })
  expect(county.entryOf(A, '2026-W26').content).not.toBeNull()
  expect([...county.store.objects.keys()].filter((name) => name.includes('/days/'))).toHaveLength(0)
  expect(await retain(county.store, SPREADSHEET, 90, county.now())).toBe(0)
})

test('an address is erased: from what was sent, and what waits for it never goes out', async () => {
  const county = outboxCase()
  await county.run('r1', [A, B])
  county.advance(7 * 24 * 60)
  await county.run('r2', [A, B], { period: '2026-W13', limits: { perDay: 0 } })
  const erasure = { spreadsheetId: SPREADSHEET, address: 'A@example.cn ', by: 'li.ming', at: county.now() }
  expect(await erase(erasure, county.store)).toMatchObject({ erased: [{}, {}], left: 0 })
  expect([...county.store.objects.values()].some(({ text }) => text.includes(A))).toBe(false)
  expect(county.entryOf('', '2026-W13')).toMatchObject({ state: 'waived', reason: 'erased' })
  county.advance(24 * 60)
  await county.run('r3', [A, B], { period: '2026-W13' })
  expect(county.mailbox.accepted.map(({ to }) => to.address)).toEqual([A, B, B])
})

test('a message just being sent is not erased but counted', async () => {
  const county = outboxCase()
  const door = county.mailbox.door(({ method }) =>
    method === 'send' ? 'lost-after' : method === 'reconcile' ? 'down' : undefined,
  )
  await county.run('r1', [A], { world: county.world({ door }) })
  const erasure = { spreadsheetId: SPREADSHEET, address: A, by: 'li.ming', at: county.now() }
  expect(await erase(erasure, county.store)).toMatchObject({ erased: [], left: 1 })
  expect(nameOfKey(SPREADSHEET, county.entryOf(A).key)).not.toBeNull()
})
