import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { menuZh } from '../../../shared/model/texts/zh-CN/menu.ts'
import { type AppsScript, type AppsScriptOptions, startAppsScript } from '../../support/apps-script.ts'
import { type BuiltMenu, builtMenu, json, recalculated } from './built-menu.ts'

let built: BuiltMenu
beforeAll(async () => {
  built = await builtMenu()
})
afterAll(() => built?.remove())

const start = (options: AppsScriptOptions = {}) => startAppsScript(built.script, options)
const keys = ({ fetches }: AppsScript) =>
  fetches.map(({ request }) => (request.headers as Record<string, string>)['Idempotency-Key'])

describe('clicks', () => {
  test('a second while the first is worked off calls nothing and is told so', () => {
    const script = start({
      answer: () => {
        script.call('recalculateNow')
        return json(recalculated())()
      },
    })
    script.call('recalculateNow')
    expect([script.fetches.length, script.alerts.length]).toEqual([1, 1])
    expect(script.toasts).toEqual([menuZh.working.recalculate, menuZh.underWay, menuZh.done])
  })
  test('a second right after the first calls nothing; a later one is a call of its own', () => {
    const script = start({ answer: json(recalculated()) })
    script.call('recalculateNow')
    script.clock.ms += 1_000
    script.call('recalculateNow')
    expect(script.fetches).toHaveLength(1)
    script.clock.ms += 5_000
    script.call('recalculateNow')
    expect(new Set(keys(script)).size).toBe(2)
  })
  test('after a refusal the next one counts at once, under a key of its own', () => {
    const script = start({ answer: json({ error: { code: 'workbook-changing', message: 'x' } }, 409) })
    script.call('recalculateNow')
    script.call('recalculateNow')
    expect(new Set(keys(script)).size).toBe(2)
  })
  test('of different items don’t hinder each other', () => {
    const script = start({ answer: json(recalculated()) })
    for (const handler of ['recalculateNow', 'checkThisWorkbook', 'sendMeTheDigest']) script.call(handler)
    expect(new Set(keys(script)).size).toBe(3)
  })
})

describe('recalculation after edits', () => {
  const SHEETS = [
    { title: 'Reports', key: 'submissions' },
    { title: '目标' },
    { title: 'Summary', key: 'summary' },
    { title: 'Notes' },
  ]
  /** Minutes pass, the clock's trigger comes every one. */
  const minutes = (script: AppsScript, count: number) => {
    for (let minute = 0; minute < count; minute++) {
      script.clock.ms += 60_000
      script.call('recalculateWhenQuiet')
    }
  }

  test('switching it on makes two triggers, however often; off takes them away and leaves others', () => {
    const script = start()
    script.triggers.push({ handler: 'somethingElse', kind: 'edit' })
    for (let time = 0; time < 2; time++) script.call('automaticOn')
    expect(script.triggers).toEqual([
      { handler: 'somethingElse', kind: 'edit' },
      { handler: 'markEdited', kind: 'edit' },
      { handler: 'recalculateWhenQuiet', kind: 'every 1 min' },
    ])
    script.call('aboutTallysheet')
    script.call('automaticOff')
    expect(script.triggers).toEqual([{ handler: 'somethingElse', kind: 'edit' }])
    expect(script.alerts.map(({ text }) => text)).toEqual([
      menuZh.automatic.on,
      menuZh.automatic.on,
      expect.stringContaining(menuZh.about.automatic.on),
      menuZh.automatic.off,
    ])
  })

  test('an edit of an input tab is followed by one call once three minutes were quiet', () => {
    const script = start({ sheets: SHEETS, answer: json(recalculated()) })
    script.edit('Reports')
    minutes(script, 2)
    script.edit('目标')
    minutes(script, 2)
    expect(script.fetches).toEqual([])
    minutes(script, 10)
    expect(script.fetches.map(({ request }) => request.payload)).toEqual(['{"reason":"edit"}'])
    expect([script.alerts, script.toasts]).toEqual([[], []])
  })

  test('edits elsewhere call nothing', () => {
    const script = start({ sheets: SHEETS, answer: json(recalculated()) })
    for (const title of ['Summary', 'Notes']) script.edit(title)
    minutes(script, 10)
    expect(script.fetches).toEqual([])
  })

  test('an edit during the call is followed by a call of its own', () => {
    const script = start({ sheets: SHEETS })
    script.answers(() => {
      if (script.fetches.length === 1) script.edit('Reports')
      return json(recalculated())()
    })
    script.edit('Reports')
    minutes(script, 10)
    expect(new Set(keys(script)).size).toBe(2)
    expect(script.fetches).toHaveLength(2)
  })

  test('the clocks of two people make one call', () => {
    const script = start({
      sheets: SHEETS,
      answer: () => {
        script.call('recalculateWhenQuiet')
        return json(recalculated())()
      },
    })
    script.edit('Reports')
    minutes(script, 5)
    expect(script.fetches).toHaveLength(1)
  })

  test('a failure is tried again after three minutes, three times in all, and then with the next edit', () => {
    const script = start({ sheets: SHEETS, answer: json({ error: { code: 'internal', message: 'x' } }, 500) })
    script.edit('Reports')
    minutes(script, 60)
    expect(new Set(keys(script)).size).toBe(3)
    expect(script.warnings).toEqual(Array.from({ length: 3 }, () => 'recalculation after edits failed: 500'))
    script.edit('Reports')
    minutes(script, 3)
    expect(script.fetches).toHaveLength(4)
  })

  test('an edit during a call that fails is an edit of its own, with three tries of its own', () => {
    const script = start({ sheets: SHEETS })
    script.answers(() => {
      if (script.fetches.length === 1) script.edit('Reports')
      return json({ error: { code: 'internal', message: 'x' } }, 500)()
    })
    script.edit('Reports')
    minutes(script, 30)
    expect(script.fetches).toHaveLength(4)
  })
})
