import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { menuEn } from '../../../shared/model/texts/en/menu.ts'
import { menuZh } from '../../../shared/model/texts/zh-CN/menu.ts'
import { type AppsScriptOptions, startAppsScript } from '../../support/apps-script.ts'
import { type BuiltMenu, builtMenu, json, recalculated } from './built-menu.ts'

let built: BuiltMenu
beforeAll(async () => {
  built = await builtMenu()
})
afterAll(() => built?.remove())

const start = (options: AppsScriptOptions = {}) => startAppsScript(built.script, options)

describe('what is deployed', () => {
  test('one script and its manifest, with nothing of zod or luxon inside', () => {
    expect(readdirSync(built.folder).toSorted()).toEqual(['appsscript.json', 'menu.gs'])
    expect(built.bytes).toBeLessThan(80_000)
    expect(readFileSync(built.script, 'utf8')).not.toMatch(/node_modules|^import |require\(|^export /m)
  })

  test('its functions are declared in its text, and nothing else is', () => {
    const names = [...readFileSync(built.script, 'utf8').matchAll(/^function (\w+)/gm)].map(([, name]) => name!)
    expect(start().functions().toSorted()).toEqual(names.toSorted())
    expect(names.toSorted()).toEqual([
      'aboutTallysheet',
      'automaticOff',
      'automaticOn',
      'checkThisWorkbook',
      'markEdited',
      'onOpen',
      'recalculateNow',
      'recalculateWhenQuiet',
      'sendMeTheDigest',
    ])
  })

  test('it may see this spreadsheet only, and who calls', () => {
    const manifest = JSON.parse(readFileSync(join(built.folder, 'appsscript.json'), 'utf8'))
    expect(manifest.oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''))).toEqual([
      'spreadsheets.currentonly',
      'script.container.ui',
      'script.external_request',
      'script.scriptapp',
      'userinfo.email',
      'openid',
    ])
  })
})

describe('the menu', () => {
  const settings = (title: string, language: string, key?: string) => [
    {
      title,
      ...(key ? { key } : {}),
      rows: [
        ['设置项', '取值'],
        ['dueDay', '10'],
        ['language', language],
      ],
    },
  ]
  test.each([
    ['zh_CN', [], menuZh],
    ['en_GB', [], menuEn],
    ['de_DE', [], menuZh],
    ['en_US', settings('设置', ' zh-CN '), menuZh],
    ['zh_CN', settings('Settings', 'en'), menuEn],
    ['zh_CN', settings('Options of the bureau', 'en', 'settings'), menuEn],
    ['en_US', settings('Settings', 'fr'), menuEn],
  ])('locale %s, settings %j', (locale, sheets, texts) => {
    const script = start({ locale, sheets, limited: true })
    script.call('onOpen')
    const { item, name } = texts
    expect(script.menus).toEqual([
      {
        caption: name,
        items: [
          { caption: item.recalculate, handler: 'recalculateNow' },
          { caption: item.digest, handler: 'sendMeTheDigest' },
          { caption: item.check, handler: 'checkThisWorkbook' },
          '---',
          {
            caption: item.automatic,
            items: [
              { caption: item.automaticOn, handler: 'automaticOn' },
              { caption: item.automaticOff, handler: 'automaticOff' },
            ],
          },
          { caption: item.about, handler: 'aboutTallysheet' },
        ],
      },
    ])
  })
})

describe('recalculate', () => {
  test('calls as the one who clicked, with the same token twice, and tells what came of it', () => {
    const script = start({ answer: json(recalculated({ warnings: ['副本已忽略'] })) })
    script.call('recalculateNow')
    expect(script.fetches).toHaveLength(1)
    const [{ address, request }] = script.fetches as [(typeof script.fetches)[number]]
    expect(address).toBe('https://recalculate-abc.a.run.app')
    expect(request).toEqual({
      method: 'post',
      contentType: 'application/json',
      headers: {
        Authorization: 'Bearer token',
        'X-Serverless-Authorization': 'Bearer token',
        'Idempotency-Key': expect.stringMatching(/^[\x21-\x7e]{1,255}$/),
      },
      payload: '{"reason":"menu"}',
      muteHttpExceptions: true,
      followRedirects: false,
    })
    expect(script.alerts).toEqual([
      {
        title: '重新核算',
        text: [
          '核算完成，结果有更新，已写入工作簿。',
          '数据截至 2025-03，核算日期 2025-04-15',
          '填报行：共读取 40 行；通过 30 行，通过（有提示）4 行，待说明 3 行，退回 2 行',
          '企业：应报 20 家，已报 18 家，逾期未报 2 家',
          '',
          '请注意：',
          '• 副本已忽略',
        ].join('\n'),
      },
    ])
  })

  test('in English, with nothing changed and hidden rows', () => {
    const rows = { read: 5, accepted: 5, noted: 0, held: 0, rejected: 0, hidden: 2 }
    const script = start({ locale: 'en_US', answer: json(recalculated({ changed: false }, { rows })) })
    script.call('recalculateNow')
    expect(script.alerts[0]!.text.split('\n')).toEqual([
      'Recalculated; no result has changed.',
      'Figures up to 2025-03, as of 2025-04-15',
      'Rows: 5 read; 5 accepted, 0 accepted with a note, 0 held, 0 rejected',
      'Rows that are hidden, and count like the others: 2',
      'Enterprises: 18 of 20 reported; 2 late',
    ])
  })
})

describe('send me the digest', () => {
  test('asks for the own address only, and tells what became of the messages', () => {
    const messages = { planned: 1, sent: 1, rejected: 0, waiting: 0, needsDecision: 0, waived: 0, skipped: 0 }
    const answer = json({ run: { id: 'r1' }, mayMail: true, warning: null, periods: ['2025-W16'], messages, stopped: null })
    const script = start({ locale: 'en_US', answer })
    script.call('sendMeTheDigest')
    expect(script.fetches.map(({ address, request }) => [address, request.payload])).toEqual([
      ['https://send-digest-abc.a.run.app', '{"to":"clerk@bureau.example"}'],
    ])
    expect(script.alerts[0]!.text).toBe(
      'Digest of 2025-W16\nMessages of the period: 1 sent, 0 waiting, 0 to be decided on, 0 refused by the mail server\nThe tab Sent shows every message.',
    )
  })
  test('nothing due is said to be so', () => {
    const script = start({
      answer: json({ periods: [], messages: { planned: 0, sent: 0, waiting: 0, needsDecision: 0, rejected: 0 } }),
    })
    script.call('sendMeTheDigest')
    expect(script.alerts[0]!.text).toContain('目前没有应发给您的简报')
  })
  test('without an address nothing is called', () => {
    const script = start({ email: '', answer: json({}) })
    script.call('sendMeTheDigest')
    expect([script.fetches.length, script.alerts[0]!.text]).toEqual([0, menuZh.trouble.noIdentity])
  })
})

describe('check this workbook', () => {
  const fine = { check: 'tabs', ok: true, where: '', message: 'in order', hint: '' }
  const wrong = (row: number) => ({
    check: 'registers',
    ok: false,
    where: `“Enterprises” D${row}`,
    message: 'entry not readable',
    hint: `Correct row ${row}.`,
  })
  const checked = (findings: object[], ok = false) => json({ ok, findings, language: 'en' })
  const SERVICE = 'https://recalculate-abc.a.run.app'

  test.each([
    [SERVICE, `${SERVICE}/check`],
    [`${SERVICE}/`, `${SERVICE}/check`],
    [` ${SERVICE}/recalculate `, `${SERVICE}/check`],
    ['https://127.0.0.1:8443/recalculate', 'https://127.0.0.1:8443/check'],
  ])('the service at %j is asked at %s, by POST and with nothing in it', (set, asked) => {
    const script = start({ answer: checked([fine], true), properties: { RECALCULATE_URL: set } })
    script.call('checkThisWorkbook')
    expect(script.fetches.map(({ address, request }) => [address, request.method, request.payload])).toEqual([
      [asked, 'post', '{}'],
    ])
    expect(script.alerts).toEqual([
      { title: '检查本工作簿', text: '检查完毕，各项均正常。\n\n填报行中的差错见“问题清单”工作表。' },
    ])
  })
  test('what isn’t in order: where, what, how to mend it; a place that the message names isn’t said twice', () => {
    const missing = { check: 'tabs', ok: false, where: '“Sent”', message: 'The tab “Sent” is missing.', hint: 'Run set-up.' }
    const more = { check: 'registers', ok: false, where: '', message: 'and 3 more', hint: '' }
    const script = start({ locale: 'en_US', answer: checked([fine, missing, wrong(2), more]) })
    script.call('checkThisWorkbook')
    expect(script.alerts[0]!.text.split('\n')).toEqual([
      menuEn.check.findings,
      '• The tab “Sent” is missing. Run set-up.',
      '• “Enterprises” D2: entry not readable. Correct row 2.',
      '• and 3 more.',
      '',
      'Mistakes in reported rows are listed in the tab Problems.',
    ])
  })
  test('in Chinese', () => {
    const missing = { check: 'tabs', ok: false, where: '“发送记录”', message: '缺少工作表“发送记录”。', hint: '请修复。' }
    const unread = { check: 'settings', ok: false, where: '“设置” B5', message: '填写内容无法识别', hint: '请核对修改。' }
    const script = start({ answer: checked([missing, unread]) })
    script.call('checkThisWorkbook')
    expect(script.alerts[0]!.text.split('\n').slice(1, 3)).toEqual([
      '• 缺少工作表“发送记录”。请修复。',
      '• “设置” B5：填写内容无法识别。请核对修改。',
    ])
  })
  test.each([
    [10, []],
    [13, ['Not shown: 3 more lines of the check. Put these right first, then check again.']],
  ])('of %i findings ten are shown', (count, rest) => {
    const findings = [fine, ...Array.from({ length: count }, (_, row) => wrong(row + 2))]
    const script = start({ locale: 'en_US', answer: checked(findings) })
    script.call('checkThisWorkbook')
    const lines = script.alerts[0]!.text.split('\n')
    expect(lines.slice(1, 11).map((line) => /D(\d+)/.exec(line)?.[1])).toEqual(
      Array.from({ length: 10 }, (_, row) => String(row + 2)),
    )
    expect(lines.slice(11)).toEqual([...rest, '', menuEn.check.rows])
  })
  test('a service that doesn’t know the check yet, and an answer that is none, are not taken for all in place', () => {
    const script = start({ locale: 'en_US', answer: json({ error: { code: 'unknown-path', message: 'x' } }, 404) })
    script.call('checkThisWorkbook')
    script.answers(json(recalculated()))
    script.call('checkThisWorkbook')
    expect(script.alerts.map(({ text }) => text)).toEqual([menuEn.trouble.wrongAddress, menuEn.trouble.failed(200, '')])
  })
})

test('about says whether services are set and who one is', () => {
  const script = start({ locale: 'en_US', properties: { RECALCULATE_URL: 'https://recalculate-abc.a.run.app' } })
  script.call('aboutTallysheet')
  const { text } = script.alerts[0]!
  expect(text).toMatch(/^Version \d+\.\d+\.\d+$/m)
  expect(text).toContain('It acts as: clerk@bureau.example')
  expect(text).toContain('“Recalculate”: its address is set\n“Send me the digest”: its address is not set yet')
  expect(text).toContain(menuEn.about.automatic.off)
})
