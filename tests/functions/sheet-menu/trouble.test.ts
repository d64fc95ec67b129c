import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failureAnswer } from '../../../functions/http/answer.ts'
import { Failure } from '../../../shared/errors.ts'
import { menuEn } from '../../../shared/model/texts/en/menu.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { menuZh } from '../../../shared/model/texts/zh-CN/menu.ts'
import { type Answered, type AppsScriptOptions, startAppsScript } from '../../support/apps-script.ts'
import { type BuiltMenu, builtMenu, json, recalculated } from './built-menu.ts'

let built: BuiltMenu
beforeAll(async () => {
  built = await builtMenu()
})
afterAll(() => built?.remove())

const click = (options: AppsScriptOptions) => {
  const script = startAppsScript(built.script, options)
  script.call('recalculateNow')
  return { ...script, lines: script.alerts[0]!.text.split('\n') }
}

/** What a function of ours really answers with. */
const refusal = (failure: Failure, language: 'en' | 'zh-CN') => (): Answered => {
  const { status, body, headers } = failureAnswer(failure, textsFor(language))
  return { status, text: JSON.stringify(body), headers: headers ?? {} }
}

describe.each([
  ['en_US', 'en', menuEn],
  ['zh_CN', 'zh-CN', menuZh],
] as const)('a refusal is told in words: %s', (locale, language, { trouble }) => {
  const messages = textsFor(language).messages
  test.each([
    ['401', new Failure('unauthenticated'), 1, [trouble.unauthenticated]],
    ['403', new Failure('not-allowed'), 1, [trouble.notAllowed]],
    ['404', new Failure('unknown-path'), 1, [trouble.wrongAddress]],
    ['429', new Failure('too-many-calls', { seconds: '7' }), 1, [trouble.tooMany('7')]],
    [
      '409',
      new Failure('workbook-changing'),
      1,
      [trouble.workbook, messages.failure['workbook-changing']!({}), messages.hint['workbook-changing']!({})],
    ],
    [
      '502',
      new Failure('not-shared'),
      1,
      [trouble.failed(502, 'not-shared'), messages.failure['not-shared']!({}), messages.hint['not-shared']!({})],
    ],
    [
      '500',
      new Failure('internal'),
      1,
      [trouble.failed(500, 'internal'), messages.failure.internal!({}), messages.hint.internal!({})],
    ],
    ['503, asked once more', new Failure('quota'), 2, [trouble.busy, messages.failure.quota!({}), messages.hint.quota!({})]],
  ])('%s', (_name, failure, calls, lines) => {
    const script = click({ locale, answer: refusal(failure, language) })
    expect([script.fetches.length, script.lines]).toEqual([calls, lines])
  })
})

describe('Google’s own front, and the network', () => {
  const html = (status: number) => () => ({
    status,
    text: '<html><title>Error</title>Your client does not have permission</html>',
  })
  test.each([
    [302, menuEn.trouble.unauthenticated],
    [401, menuEn.trouble.unauthenticated],
    [403, menuEn.trouble.notAllowed],
    [404, menuEn.trouble.wrongAddress],
    [429, menuEn.trouble.tooMany('')],
    [500, menuEn.trouble.failed(500, '')],
    [503, menuEn.trouble.busy],
    [504, menuEn.trouble.failed(504, '')],
    [200, menuEn.trouble.failed(200, '')],
  ])('%i in HTML', (status, line) => {
    expect(click({ locale: 'en_US', answer: html(status) }).lines).toEqual([line])
  })

  test('no answer: asked once more under the same key, then said, with nothing of the address', () => {
    const script = click({ locale: 'en_US' })
    expect(script.lines).toEqual([menuEn.trouble.noAnswer])
    expect(new Set(script.fetches.map(({ request }) => JSON.stringify(request))).size).toBe(1)
    expect(script.fetches).toHaveLength(2)
  })

  test('an answer that was lost: the second try has it', () => {
    let calls = 0
    const answer = () => {
      if (++calls === 1) throw new Error('Timeout: https://recalculate-abc.a.run.app')
      return json(recalculated())()
    }
    expect(click({ answer }).lines[0]).toBe(menuZh.result.changed)
  })
})

describe('nothing is called', () => {
  test.each([
    [{}, 'RECALCULATE_URL'],
    [{ RECALCULATE_URL: 'http://recalculate-abc.a.run.app' }, 'RECALCULATE_URL'],
    [{ RECALCULATE_URL: 'https://recalculate-abc.a.run.app@evil.example/' }, 'RECALCULATE_URL'],
    [{ RECALCULATE_URL: 'https://evil.example/?x=1' }, 'RECALCULATE_URL'],
  ])('with %j for an address', (properties, property) => {
    const script = click({ properties, answer: json(recalculated()) })
    expect([script.fetches, script.lines]).toEqual([[], [menuZh.trouble.noAddress(property)]])
  })
  test('without an identity', () => {
    const script = click({ token: null, answer: json(recalculated()) })
    expect([script.fetches, script.lines]).toEqual([[], [menuZh.trouble.noIdentity]])
  })
})

describe('hostile text in an answer', () => {
  const HOSTILE = '=IMPORTXML("https://evil.example")\n<script>alert(1)</script>\u202e\u0007\u200b'
  // The services that could write a cell or show HTML don't exist here: a use of them would throw.
  test('stays one line of plain text, in answers and in refusals', () => {
    const findings = [{ ok: HOSTILE, where: HOSTILE, message: HOSTILE, hint: HOSTILE.repeat(100) }]
    const script = startAppsScript(built.script, {
      answer: json(recalculated({ warnings: [HOSTILE], period: HOSTILE }, { findings })),
    })
    script.call('checkThisWorkbook')
    script.call('recalculateNow')
    script.answers(json({ error: { code: HOSTILE, message: HOSTILE, hint: HOSTILE } }, 409))
    script.clock.ms += 10_000
    script.call('recalculateNow')
    const shown = script.alerts.flatMap(({ text }) => text.split('\n'))
    expect(shown.some((line) => line.includes('<script>'))).toBe(true)
    for (const line of shown) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(line).not.toMatch(/^<|^alert/)
      expect(line.length).toBeLessThan(1_000)
    }
  })
  test.each([
    [null],
    [[]],
    ['text'],
    [{ run: 1, rows: [], completeness: 'x', findings: { length: 9 } }],
    [{ ok: 'true', findings: [] }],
  ])('the answer %j breaks nothing', (body) => {
    const script = startAppsScript(built.script, { answer: json(body) })
    for (const handler of ['recalculateNow', 'checkThisWorkbook', 'sendMeTheDigest']) script.call(handler)
    expect(script.alerts).toHaveLength(3)
    for (const { text } of script.alerts) expect(text).not.toMatch(/undefined|NaN|object Object/)
  })
})
