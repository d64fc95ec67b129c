import { expect, test } from 'vitest'
import { readTick } from '../../../../shared/jobs/schedule/read-tick.ts'

const NOW = new Date('2026-03-16T00:05:00Z')
const delivery = (scheduleTime: string | undefined, more: { fromScheduler?: boolean; cronFormat?: boolean } = {}) => ({
  fromScheduler: true,
  cronFormat: true,
  scheduleTime,
  ...more,
})

test.each([
  // Delivered as planned, retried hours later, with clocks that differ.
  ['2026-03-16T00:00:00Z', { trigger: 'scheduled', at: '2026-03-16T00:00:00.000Z', mayMail: true, warning: null }],
  ['2026-03-16T08:00:00+08:00', { trigger: 'scheduled', at: '2026-03-16T00:00:00.000Z', mayMail: true, warning: null }],
  ['2026-03-15T12:00:00.123456Z', { trigger: 'scheduled', at: '2026-03-15T12:00:00.123Z', mayMail: true, warning: null }],
  ['2026-03-16T00:15:00Z', { trigger: 'scheduled', at: '2026-03-16T00:15:00.000Z', mayMail: true, warning: null }],
  // Forced: it carries the next run's time, and stands for now.
  ['2026-03-16T08:00:00Z', { trigger: 'forced', at: NOW.toISOString(), mayMail: true, warning: null }],
  ['2026-03-23T00:00:00Z', { trigger: 'forced', at: NOW.toISOString(), mayMail: false, warning: 'schedule-time-far' }],
  ['2026-03-14T23:00:00Z', { trigger: 'forced', at: NOW.toISOString(), mayMail: false, warning: 'schedule-time-far' }],
  ['1970-01-01T00:00:00Z', { trigger: 'forced', at: NOW.toISOString(), mayMail: false, warning: 'schedule-time-far' }],
  // Nothing usable: the clock's time.
  [undefined, { trigger: 'scheduled', at: NOW.toISOString(), mayMail: true, warning: 'schedule-time-missing' }],
  ['', { trigger: 'scheduled', at: NOW.toISOString(), mayMail: true, warning: 'schedule-time-missing' }],
  ['yesterday', { trigger: 'scheduled', at: NOW.toISOString(), mayMail: true, warning: 'schedule-time-unreadable' }],
  ['2026-13-45T00:00:00Z', { trigger: 'scheduled', at: NOW.toISOString(), mayMail: true, warning: 'schedule-time-unreadable' }],
  ['2026-03-16', { trigger: 'scheduled', at: NOW.toISOString(), mayMail: true, warning: 'schedule-time-unreadable' }],
])('%s', (scheduleTime, expected) => {
  const { at, id, ...rest } = readTick(delivery(scheduleTime), NOW)
  expect({ at: at.toISOString(), ...rest }).toEqual(expected)
  expect(id).toBe(expected.trigger === 'scheduled' && expected.warning === null ? expected.at : null)
})

test('a person’s call and a job without cron format stand for now, whatever header they carry', () => {
  const far = '2030-01-01T00:00:00Z'
  expect(readTick(delivery(far, { fromScheduler: false }), NOW)).toMatchObject({ at: NOW, trigger: 'manual', mayMail: true })
  expect(readTick(delivery(far, { cronFormat: false }), NOW)).toMatchObject({ at: NOW, trigger: 'scheduled', mayMail: true })
})
