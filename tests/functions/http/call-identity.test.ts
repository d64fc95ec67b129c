import { describe, expect, test } from 'vitest'
import type { Caller } from '../../../functions/http/call.ts'
import { limitCalls } from '../../../functions/http/limit-calls.ts'
import { scheduleTick } from '../../../functions/http/schedule-tick.ts'
import { traceFields } from '../../../functions/http/trace-fields.ts'
import { triggerOf } from '../../../functions/http/trigger-of.ts'

const NOW = new Date('2026-03-10T01:00:05Z')
const tickAt = (time: string, job = 'recalculate-daily') =>
  scheduleTick({ 'x-cloudscheduler-jobname': job, 'x-cloudscheduler-scheduletime': time }, NOW)

describe('a tick of the schedule', () => {
  test.each([
    ['on time', '2026-03-10T01:00:00Z', 'due'],
    ['with another zone', '2026-03-10T09:00:00+08:00', 'due'],
    ['a clock ten seconds ahead', '2026-03-10T01:00:15Z', 'due'],
    ['a retry hours later', '2026-03-09T20:00:00Z', 'due'],
    ['F04: forced, with the next tick’s time', '2026-03-10T02:00:00Z', 'forced'],
    ['F04: forced, with the next month’s', '2026-04-10T01:00:00Z', 'forced'],
    ['F05: a day and more ago', '2026-03-09T01:00:00Z', 'unusable'],
    ['F05: next year', '2027-03-10T01:00:00Z', 'unusable'],
    ['F05: rubbish', 'soon', 'unusable'],
    ['F05: no such day', '2026-02-31T99:00:00Z', 'unusable'],
    ['F05: missing', '', 'unusable'],
  ])('%s', (_name, time, kind) => expect(tickAt(time).kind).toBe(kind))

  test('its retries are one, however the time is written', () => {
    expect(tickAt('2026-03-10T09:00:00+08:00')).toEqual(tickAt('2026-03-10T01:00:00.000Z'))
    expect(tickAt('2026-03-10T01:00:00Z', 'x\n{"severity":"DEBUG"}')).toEqual({ kind: 'unusable' })
  })
})

describe('a trigger', () => {
  const clerk: Caller = { email: 'clerk@bureau.example', roles: ['staff'] }
  const keyed = (key: string, body = {}, caller = clerk, name = 'recalculate') =>
    triggerOf(name, { 'idempotency-key': key }, caller, undefined, body)

  test('is the same for the same key and parameters, in any order', () => {
    expect(keyed('k', { asOf: 'a', reason: 'b' })).toBe(keyed('k', { reason: 'b', asOf: 'a' }))
  })
  test('has another key for another key, caller, function; the same for other parameters', () => {
    const keyOf = (trigger: string | undefined) => trigger?.split('#')[0]
    const keys = [keyed('k'), keyed('l'), keyed('k', {}, { ...clerk, email: 'x@y.example' }), keyed('k', {}, clerk, 'other')]
    expect(new Set(keys.map(keyOf)).size).toBe(4)
    expect(keyOf(keyed('k', { reason: 'b' }))).toBe(keyOf(keyed('k')))
    expect(keyed('k', { reason: 'b' })).not.toBe(keyed('k'))
  })
  test('says nothing of who or what', () => {
    expect(keyed('secret-key', { reason: '保密' })).toMatch(/^key [\da-f]{24}#[\da-f]{24}$/)
  })
  test.each(['', 'a b', 'x'.repeat(256), 'é'])('a key that is none: %j', (key) => {
    expect(() => keyed(key)).toThrow('wrong-usage')
  })
  test('a forced run has none: the real one is still to come (F04)', () => {
    expect(triggerOf('recalculate', { 'idempotency-key': 'k' }, clerk, { kind: 'forced' }, {})).toBeUndefined()
  })
})

test('S24: thirty calls at once, then one every other second, each caller for itself', () => {
  let now = 0
  const limit = limitCalls(() => now)
  for (let call = 0; call < 30; call++) limit('a')
  expect(() => limit('a')).toThrow('too-many-calls; seconds: 2')
  limit('b')
  now = 1_999
  expect(() => limit('a')).toThrow('seconds: 1')
  now = 2_000
  limit('a')
  expect(() => limit('a')).toThrow('too-many-calls')
  now = 1e9
  for (let call = 0; call < 30; call++) limit('a')
})

test('the trace of a call, in Cloud Logging’s fields', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  expect(traceFields({ traceparent: `00-${trace}-00f067aa0ba902b7-01` }, 'project')).toEqual({
    'logging.googleapis.com/trace': `projects/project/traces/${trace}`,
    'logging.googleapis.com/spanId': '00f067aa0ba902b7',
  })
  expect(traceFields({ 'x-cloud-trace-context': `${trace}/123;o=1` }, undefined)).toEqual({
    'logging.googleapis.com/trace': trace,
  })
  for (const bad of [{}, { traceparent: 'x' }, { 'x-cloud-trace-context': `${trace}x` }, { traceparent: `${trace}\n` }])
    expect(traceFields(bad, 'project')).toEqual({})
})
