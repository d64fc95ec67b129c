import { expect, test } from 'vitest'
import { changeAgenda, readAgenda } from '../../../../shared/jobs/outbox/agenda.ts'
import { digestsDue } from '../../../../shared/jobs/schedule/digests-due.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts'
import { outboxCase, SPREADSHEET } from '../../../support/outbox-case.ts'

const agendaWith = (weekly: { period: string; complete: boolean } | null) => ({
  version: 1 as const,
  open: [],
  latest: {
    ...(weekly ? { 'digest-weekly': { ...weekly, run: 'r' } } : {}),
    'digest-monthly': { period: '2026-02', complete: true, run: 'r' },
  },
  emptied: [],
})

// Tuesday 17 March 2026, in week 12.
test.each([
  ['the first time', null, ['2026-W12'], []],
  ['planned whole', { period: '2026-W12', complete: true }, [], []],
  ['cut off while planning', { period: '2026-W12', complete: false }, ['2026-W12'], []],
  ['the week before was planned', { period: '2026-W11', complete: true }, ['2026-W12'], []],
  ['two weeks were missed', { period: '2026-W09', complete: true }, ['2026-W12'], ['2026-W10', '2026-W11']],
  // A delivery that was overtaken by a newer one's.
  ['a newer week was planned', { period: '2026-W13', complete: true }, [], []],
  ['a newer week is being planned', { period: '2026-W13', complete: false }, [], []],
])('%s', (_, weekly, periods, missed) => {
  const found = digestsDue('2026-03-17', DEFAULT_SETTINGS, agendaWith(weekly))
  expect([found.due.map(({ period }) => period), found.missed]).toEqual([periods, missed])
})

test('an older run that ends last doesn’t set the schedule back', async () => {
  const county = outboxCase()
  await county.run('newer', ['a@example.cn'], { period: '2026-W13' })
  await county.run('older', ['a@example.cn'], { period: '2026-W12' })
  const { latest } = await readAgenda(county.store, SPREADSHEET)
  expect(latest['digest-weekly']).toEqual({ period: '2026-W13', complete: true, run: 'newer' })
})

test('changes of the agenda at the same time all count', async () => {
  const { store } = outboxCase()
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      changeAgenda(store, SPREADSHEET, (agenda) => ({ ...agenda, emptied: [...agenda.emptied, `digest/${index}`] })),
    ),
  )
  expect((await readAgenda(store, SPREADSHEET)).emptied).toHaveLength(8)
})

test('an agenda of a newer version stops everything: what waits isn’t known', async () => {
  const county = outboxCase()
  await county.run('r1', ['a@example.cn'], { limits: { perDay: 0 } })
  const name = [...county.store.objects.keys()].find((each) => each.endsWith('/agenda.json'))!
  const { generation } = county.store.objects.get(name)!
  await county.store.write(name, '{"version":2}', generation)
  await expect(county.run('r2', ['a@example.cn'])).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(county.mailbox.accepted).toEqual([])
})
