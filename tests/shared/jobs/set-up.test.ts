import { afterEach, describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/model/language.ts'
import { COLUMNS, type ColumnKey, INPUT_TABS, type TabKey } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { statusFormula } from '../../../shared/report/status-formula.ts'
import { type MadeWorkbook, makeWorkbook, SMALL_SAMPLE } from './set-up-workbook.ts'

let book: MadeWorkbook
afterEach(() => book.apis.close())

const detailsOf = async (tab: TabKey, rows = 6) => {
  const { sheets } = await book.open().structure()
  const [details] = await book.open().details([{ title: sheets.find(({ key }) => key === tab)!.title, rows }])
  return details!
}

describe.each<Language>(['zh-CN', 'en'])('a new workbook in %s', (language) => {
  const texts = textsFor(language)

  test('has every tab, marked and in order, and nothing else', async () => {
    book = await makeWorkbook(language)
    const { sheets, fence } = await book.open().structure()
    expect(fence).not.toBeNull()
    expect(sheets.map(({ key }) => key)).toEqual([
      'guide',
      'submissions',
      'summary',
      'problems',
      'enterprises',
      'clusters',
      'targets',
      'titles',
      'milestones',
      'recipients',
      'settings',
      'history',
      'runs',
      'sent',
      'status',
      'charts',
    ])
    for (const { key, title } of sheets) expect(title).toBe(texts.workbook.tab[key as TabKey])
    expect(book.first).toMatchObject({ created: true, spreadsheetId: book.spreadsheetId })
    expect(book.first.url).toContain(book.spreadsheetId)
  })

  test('is complete: a second set-up writes nothing, and check finds nothing', async () => {
    book = await makeWorkbook(language)
    const again = await book.setUp()
    expect(again).toMatchObject({ created: false, repaired: [], requests: { write: 0 } })
    const { ok, findings } = await book.check()
    expect(findings.filter((finding) => !finding.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  test('has headers with a note each, bold and frozen, and its columns marked', async () => {
    book = await makeWorkbook(language)
    for (const tab of INPUT_TABS) {
      const { cells, columns, frozenRows } = await detailsOf(tab)
      expect(frozenRows).toBe(1)
      expect(columns.map(({ key }) => key)).toEqual([...COLUMNS[tab]])
      for (const [index, key] of (COLUMNS[tab] as readonly ColumnKey[]).entries()) {
        const header = cells[0]![index]!
        if (key !== 'status' && key !== 'message')
          expect(header.value).toBe((texts.workbook.header[tab] as Record<string, string>)[key])
        expect(header).toMatchObject({ bold: true, note: expect.stringMatching(/.{6}/) })
      }
    }
  })

  test('offers drop-downs that never refuse, in the words of the language', async () => {
    book = await makeWorkbook(language)
    const seen = []
    for (const tab of INPUT_TABS)
      for (const [index, { validation }] of ((await detailsOf(tab)).cells[2] ?? []).entries())
        if (validation) {
          expect(validation).toMatchObject({ strict: false, dropDown: true })
          seen.push(`${tab}.${COLUMNS[tab][index]} ${validation.values.slice(0, 2).join(' ')}`)
        }
    const words = language === 'en'
    expect(seen).toEqual([
      `submissions.enterprise ='${words ? 'Enterprises' : '企业名录'}'!$A$2:$A`,
      `enterprises.cluster ='${words ? 'Clusters' : '产业集群'}'!$A$2:$A`,
      `enterprises.emergingField ${words ? 'Life science and technology Advanced materials' : '生命科技 先进材料'}`,
      `titles.enterprise ='${words ? 'Enterprises' : '企业名录'}'!$A$2:$A`,
      `titles.title ${words ? 'Single champion Gazelle' : '单项冠军 瞪羚企业'}`,
      `targets.measure ${words ? 'industrial output share of emerging industries' : '工业总产值 新兴产业占比'}`,
      `targets.scope ${words ? 'whole county emerging industries' : '全县 新兴产业'}`,
      `targets.kind ${words ? 'reach hold' : '达到 保持'}`,
      `targets.unit ${words ? '100 million yuan 10,000 yuan' : '亿元 万元'}`,
      `milestones.state ${Object.values(texts.summary.milestoneState).slice(0, 2).join(' ')}`,
      'recipients.audience county cluster:casting',
      'recipients.language zh-CN en',
      'recipients.schedule weekly monthly',
      'recipients.onlyIfChanged TRUE FALSE',
      'recipients.active TRUE FALSE',
    ])
  })

  test('keeps what people type as it is, and protects what is the program’s', async () => {
    book = await makeWorkbook(language)
    const { cells } = await detailsOf('submissions')
    expect(cells[4]!.slice(0, 7).map(({ format }) => format?.pattern)).toEqual(['@', '@', '@', ...Array(4).fill('#,##0.00##')])
    const protectedTabs = []
    const { sheets } = await book.open().structure()
    for (const details of await book.open().details(sheets.map(({ title }) => ({ title, rows: 1 }))))
      for (const { description, warningOnly, editors } of details.protections) {
        // Rows must stay sortable: the status columns warn, everything else is closed.
        expect(warningOnly).toBe(description === 'tallysheet: submissions status')
        if (!warningOnly) expect(editors).toContain('bureau@example.test')
        protectedTabs.push(description.replace('tallysheet: ', ''))
      }
    expect(protectedTabs.toSorted()).toEqual(
      [
        ...['guide', 'summary', 'problems', 'history', 'runs', 'sent', 'status', 'charts', 'submissions status'],
        ...INPUT_TABS.map((tab) => `${tab} header`),
      ].toSorted(),
    )
  })

  test('says in the Guide of a sample, and only there, that it is one', async () => {
    book = await makeWorkbook(language)
    const [guide] = await book.open().cells([{ title: texts.workbook.tab.guide }])
    expect(guide![0]).toEqual([...texts.workbook.guideSample])
    await book.apis.close()
    book = await makeWorkbook(language, {})
    const { sheets } = await book.open().structure()
    expect(sheets).toHaveLength(16)
  })
})

test('nothing that people typed is ever written as a formula', async () => {
  book = await makeWorkbook('en')
  book.edit({
    updateSheetProperties: { properties: { sheetId: book.sheetId('status'), title: `_st'&IMPORTDATA("x")&'` }, fields: 'title' },
  })
  book.edit({ deleteSheet: { sheetId: book.sheetId('clusters') } })
  await book.setUp({ sample: SMALL_SAMPLE })
  const formulas = JSON.stringify(book.written).match(/"formulaValue":"(?:[^"\\]|\\.)*"/g) ?? []
  const places = Object.fromEntries(COLUMNS.submissions.map((key, index) => [key, index]))
  const expected = statusFormula(0, places, '_status', textsFor('en').workbook)
  expect(new Set(formulas)).toEqual(new Set([`"formulaValue":${JSON.stringify(expected)}`]))
})

test('a large sample is written in pieces that Google takes, and the first is as good as the rest', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [
    '2025-03',
    `企业${index}`,
    null,
    index,
    null,
    null,
    null,
    `说明${index}`,
  ])
  book = await makeWorkbook('zh-CN', { ...SMALL_SAMPLE, submissions: rows })
  const sizes = book.apis.requests.entries.map(({ bytes }) => bytes)
  expect(Math.max(...sizes)).toBeLessThan(2_000_000)
  expect(sizes.length).toBeGreaterThan(3)
  const [column] = await book.open().cells([{ title: '月度填报', range: 'B2:D30001' }])
  expect(column!.map((row) => row[2])).toEqual(rows.map((_, index) => index))
})

test('the language of a workbook is that of its Settings, not that of the call', async () => {
  book = await makeWorkbook('zh-CN')
  book.edit({ deleteSheet: { sheetId: book.sheetId('runs') } })
  expect((await book.setUp({ language: 'en' })).repaired).toEqual(['新建工作表“运行记录”'])
})

test('editors are added and nobody is removed; a new protection lets the same ones in', async () => {
  book = await makeWorkbook('en')
  const { protections } = await detailsOf('summary')
  book.edit({ deleteProtectedRange: { protectedRangeId: protections[0]!.id } })
  const { repaired } = await book.setUp({ editors: ['second@example.test'] })
  expect(repaired).toContain('protected “Summary”')
  expect(repaired).toContain("let the bureau's editors edit “Runs”")
  for (const tab of ['summary', 'runs', 'submissions'] as const)
    for (const { editors, warningOnly } of (await detailsOf(tab)).protections)
      if (!warningOnly) expect(editors).toEqual(expect.arrayContaining(['bureau@example.test', 'second@example.test']))
  expect(await book.setUp()).toMatchObject({ repaired: [] })
})
