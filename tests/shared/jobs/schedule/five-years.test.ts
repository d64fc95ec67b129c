import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { readAgenda } from '../../../../shared/jobs/outbox/agenda.ts'
import { agendaName, digestsDue } from '../../../../shared/jobs/schedule/digests-due.ts'
import { readTick } from '../../../../shared/jobs/schedule/read-tick.ts'
import { dayAt } from '../../../../shared/model/day.ts'
import { seededRandom } from '../../../../shared/model/seeded-random.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts'
import { dueDigest, outboxCase, SPREADSHEET } from '../../../support/outbox-case.ts'

const DAYS = 5 * 365 + 2

/** A tick every day at the same hour of the zone, from Monday 6 January 2025 on; some are missed, some come twice, clocks differ. */
async function liveFiveYears(zone: string, hour: number, seed: number) {
  const random = seededRandom(seed)
  const county = outboxCase()
  const startMs = county.now().getTime()
  let elapsed = 0
  const setClock = (to: number) => {
    county.advance((to - startMs - elapsed) / 60_000)
    elapsed = to - startMs
  }
  const missed: string[] = []
  const tick = async (scheduleTime: DateTime, run: string) => {
    const delivery = { fromScheduler: true, cronFormat: true, scheduleTime: scheduleTime.toUTC().toISO()! }
    const { at, mayMail } = readTick(delivery, county.now())
    expect(mayMail).toBe(true)
    const found = digestsDue(dayAt(at, zone), DEFAULT_SETTINGS, await readAgenda(county.store, SPREADSHEET))
    missed.push(...found.missed)
    const batches = found.due.map(({ schedule, period }) => ({
      schedule: agendaName(schedule),
      period,
      due: [dueDigest(`${schedule}@example.cn`, period, run)],
      whole: true,
    }))
    await county.run(run, [], { batches })
  }
  const first = DateTime.fromISO('2025-01-06', { zone }).set({ hour })
  let outageUntil = -1
  for (let day = 0; day < DAYS; day++) {
    const due = first.plus({ days: day })
    if (day > outageUntil && random() < 0.01) outageUntil = day + Math.floor(random() * 40)
    if (day <= outageUntil) continue
    const skewMs = (random() - 0.5) * 20 * 60_000
    setClock(due.toMillis() + skewMs)
    const doubled = random()
    if (doubled < 0.1) await Promise.all([tick(due, `${day}a`), tick(due, `${day}b`)])
    else await tick(due, `${day}a`)
    if (doubled > 0.9) {
      setClock(due.toMillis() + 3 * 3_600_000)
      await tick(due, `${day}c`)
    }
  }
  const sent = county.entries().map(({ period, recipient }) => ({ period, to: recipient.address.split('@')[0]! }))
  return { county, missed, sent }
}

describe.each([
  ['Asia/Shanghai', 8],
  // 02:30 exists twice or not at all when clocks change.
  ['America/New_York', 2],
])('five years of daily ticks in %s', (zone, hour) => {
  test('each period brings each recipient exactly one digest, or was missed and is told', async () => {
    const { county, missed, sent } = await liveFiveYears(zone, hour, 11)
    expect(missed.length).toBeGreaterThan(3)
    for (const schedule of ['weekly', 'monthly']) {
      const got = sent.filter(({ to }) => to === schedule).map(({ period }) => period)
      expect(new Set(got).size).toBe(got.length)
      const all = expectedPeriods(schedule, got[0]!, got.at(-1)!)
      expect([...got, ...missed.filter((period) => period.includes('W') === (schedule === 'weekly'))].sort()).toEqual(all)
    }
    expect(county.mailbox.accepted).toHaveLength(sent.length)
    for (const { key } of county.entries()) expect(county.mailbox.times(key)).toBe(1)
    expect((await readAgenda(county.store, SPREADSHEET)).open.length).toBeLessThan(5)
  })
})

function expectedPeriods(schedule: string, first: string, last: string): string[] {
  const periods: string[] = []
  for (
    let date = DateTime.fromISO(first, { zone: 'utc' });
    ;
    date = date.plus(schedule === 'weekly' ? { weeks: 1 } : { months: 1 })
  ) {
    const period = date.toFormat(schedule === 'weekly' ? "kkkk-'W'WW" : 'yyyy-MM')
    periods.push(period)
    if (period === last) return periods
  }
}
