import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { menuEn } from '../../../shared/model/texts/en/menu.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { menuZh } from '../../../shared/model/texts/zh-CN/menu.ts'
import { statusFormula } from '../../../shared/report/status-formula.ts'
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
  const problem = (row: number) => ({ tab: 'submissions', severity: 'held', cell: `D${row}`, advice: `Correct row ${row}.` })
  test('the first ten problems, and where the others stand', () => {
    const problems = Array.from({ length: 12 }, (_, row) => problem(row + 2))
    const script = start({ locale: 'en_US', answer: json(recalculated({}, { problems })) })
    script.call('checkThisWorkbook')
    const { text } = script.alerts[0]!
    expect(text).toContain('• Submissions D2 (held): Correct row 2.')
    expect(text).toContain('D11 (')
    expect(text).not.toContain('D12 (')
    expect(text).toContain(menuEn.check.more)
  })
  test('tabs that are gone and a lost formula are said, found by metadata or by title in either language', () => {
    const sheets = [
      { title: 'March reports', key: 'submissions', rows: [['Month', 'Enterprise']] },
      { title: '目标' },
      { title: 'Summary' },
    ]
    const script = start({ locale: 'en_US', sheets, answer: json(recalculated()) })
    script.call('checkThisWorkbook')
    const { text } = script.alerts[0]!
    expect(text).toContain('The tab “Enterprises” is missing')
    for (const there of ['“Submissions”', '“Targets”', '“Summary”']) expect(text).not.toContain(`The tab ${there} is missing`)
    expect(text).toContain(menuEn.check.formulaMissing('March reports'))
    expect(text).toContain(menuEn.check.noProblems)
  })
  test('the formula that set-up writes is known, also under title rows; a whole workbook has nothing to mend', () => {
    const titles = Object.values(textsFor('zh-CN').workbook.tab)
    const columns = { period: 0, enterprise: 1, creditCode: 2, outputYtd: 3 }
    const formula = statusFormula(2, columns, '_status', textsFor('zh-CN').workbook)
    const sheets = titles.map((title) => ({
      title,
      ...(title === '月度填报' ? { formulas: [[''], [''], ['', '', '', '', formula]] } : {}),
    }))
    const script = start({ sheets, answer: json(recalculated()) })
    script.call('checkThisWorkbook')
    expect(script.alerts[0]!.text).not.toContain(menuZh.check.findings)
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
