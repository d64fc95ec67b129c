import type { Page as Window } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { COLUMNS } from '../../../../shared/model/tabs.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { cell, recalculate, shows, type } from './at-the-table.ts'
import { type Office, openOffice } from './open-page.ts'
import { sharedBrowser } from './shared-browser.ts'

const at = (key: (typeof COLUMNS.submissions)[number]) => COLUMNS.submissions.indexOf(key)
const [PERIOD, OUTPUT, STATUS, MESSAGE] = [at('period'), at('outputYtd'), at('status'), at('message')]
const { workbook: words, page: english } = textsFor('en')
const zh = textsFor('zh-CN').workbook

const browser = sharedBrowser()
let office: Office

afterEach(() => office.close())

/** The rows of Submissions that anybody typed into, header row included. */
const typed = async () => (await office.county.show('submissions')).filter(([period, name]) => period || name)

/** Columns are wider than a window: what stands at the right is scrolled to. */
const scrollRight = (window: Window) => window.locator('.sheet').evaluate((sheet) => sheet.scrollTo({ left: 10_000 }))

const NAME = '甲铸造有限公司'
/** Cumulative output by month; no month is quite like the one before. */
const TOTALS = [2_000, 3_010, 4_050, 5_070, 6_120, 7_150]
const MONTHS = TOTALS.map((total, index) => [
  `2025-0${index + 2}`,
  NAME,
  null,
  total,
  index === 0 ? null : total - TOTALS[index - 1]!,
  null,
  null,
  null,
])

test('a clerk types a wrong unit, reads why, corrects it, and is accepted', async () => {
  office = await openOffice({ language: 'en', today: '2025-08-05', submissions: MONTHS })
  const window = await office.open(browser())
  expect(await recalculate(window)).toMatch(/6 rows read, 6 accepted/)
  await shows(window, 6, STATUS, words.verdict.accepted)

  await type(window, 6, OUTPUT, '71500000')
  await scrollRight(window)
  await shows(window, 6, STATUS, words.edited)
  await recalculate(window)
  await shows(window, 6, STATUS, words.verdict.held)
  await shows(window, 6, MESSAGE, /10,?000/)
  const colour = await cell(window, 6, STATUS).evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(colour).toBe('rgb(253, 238, 181)')

  await type(window, 6, OUTPUT, '7150')
  await recalculate(window)
  await scrollRight(window)
  await shows(window, 6, STATUS, words.verdict.accepted)
  expect(office.complaints).toEqual([])
})

test('500 rows pasted from Excel arrive, and one undo takes them back', async () => {
  office = await openOffice({ language: 'en' })
  const window = await office.open(browser())
  const block = Array.from({ length: 500 }, (_, row) => `2025-03\t"厂 ""${row}"""\t\t1,234.${row % 90}`).join('\r\n')
  await window.evaluate((text) => navigator.clipboard.writeText(text), block)
  await cell(window, 8, PERIOD).click()
  await window.keyboard.press('Control+v')
  await shows(window, 8, 1, '厂 "0"')
  await expect.poll(async () => (await typed()).length).toBe(507)
  const rows = await office.county.show('submissions')
  expect(rows[507]!.slice(0, 4)).toEqual(['2025-03', '厂 "499"', '', 1234.49])
  // Where the rows end is known a moment later than the rows.
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+End')
      return window.locator('.cell-name').inputValue()
    })
    .toMatch(/508$/)
  await shows(window, 507, 1, '厂 "499"')

  await window.keyboard.press('Control+z')
  await expect.poll(async () => (await typed()).length).toBe(7)
  expect(office.complaints).toEqual([])
})

test('two windows see one another, and an undo never takes back what another has changed', async () => {
  office = await openOffice({ language: 'en' })
  const one = await office.open(browser())
  const other = await office.open(browser())
  await type(one, 2, OUTPUT, '777')
  await shows(other, 2, OUTPUT, '777.00')
  await type(other, 2, OUTPUT, '888')
  await shows(one, 2, OUTPUT, '888.00')
  await one.keyboard.press('Control+z')
  await one.locator('.notice.failed', { hasText: english.workbook.refused.changed }).waitFor()
  expect((await office.county.show('submissions'))[2]![OUTPUT]).toBe(888)
})

test('one window recalculates while the other sorts: every verdict stands with its row', async () => {
  office = await openOffice({ language: 'en', submissions: [...MONTHS, ['2025-03', '无名厂', null, 5, null, null, null, null]] })
  const one = await office.open(browser())
  const other = await office.open(browser())
  await cell(other, 3, PERIOD).click()
  for (let round = 0; round < 3; round++) {
    const run = recalculate(one)
    await other.getByRole('button', { name: english.workbook.sortDown }).click()
    await other.getByRole('button', { name: english.workbook.sortUp }).click()
    await run
  }
  await recalculate(one)
  await scrollRight(one)
  const rows = (await office.county.show('submissions')).slice(1).filter(([period]) => period)
  expect(rows).toHaveLength(7)
  for (const row of rows) {
    const unknown = row[1] === '无名厂'
    expect(row[STATUS] === words.verdict.rejected).toBe(unknown || Number(String(row[PERIOD]).slice(5)) > 3)
  }
})

test('the day moved to December opens its months, and back to the real day', async () => {
  office = await openOffice({ language: 'en', today: '2025-04-15', submissions: MONTHS })
  const window = await office.open(browser())
  expect(await recalculate(window)).toMatch(/as of 2025-04-15: 6 rows read, 2 accepted, .* 4 rejected/)
  await window.locator('.day input').fill('2025-12-20')
  await window.locator('.day input[value="2025-12-20"]').waitFor()
  expect(await recalculate(window)).toMatch(/as of 2025-12-20: 6 rows read, 6 accepted/)
  await window.getByRole('button', { name: english.bar.realDay }).click()
  await window.getByRole('button', { name: english.bar.realDay }).waitFor({ state: 'detached' })
})

test('protected cells are refused with the reason; where Google warns, the page asks', async () => {
  office = await openOffice({ language: 'en' })
  const window = await office.open(browser())
  const before = await office.county.show('submissions')
  await type(window, 0, OUTPUT, 'mine')
  await window.locator('.notice.failed', { hasText: english.workbook.refused.protected }).waitFor()
  await shows(window, 0, OUTPUT, words.header.submissions.outputYtd)
  await window.getByRole('button', { name: words.tab.summary, exact: true }).click()
  await type(window, 2, 0, '100 %')
  await window.locator('.notice.failed').waitFor()
  await window.getByRole('button', { name: words.tab.submissions, exact: true }).click()
  await scrollRight(window)
  await type(window, 1, STATUS, 'mine')
  await window.getByRole('button', { name: english.workbook.cancel }).click()
  expect(await office.county.show('submissions')).toEqual(before)
})

test('rows are inserted, filled and deleted; lists offer the register; keys alone suffice', async () => {
  office = await openOffice({ language: 'en' })
  const window = await office.open(browser())
  await cell(window, 1, PERIOD).click()
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: english.workbook.insertAbove }).waitFor()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect.poll(async () => (await office.county.show('submissions'))[1]?.[PERIOD] || null).toBeNull()
  await type(window, 1, PERIOD, '2025-01')
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Control+d')
  await shows(window, 2, PERIOD, '2025-02')
  await shows(window, 3, PERIOD, '2025-03')

  await cell(window, 1, 1).click()
  await window.keyboard.press('Alt+ArrowDown')
  await window.locator('.choice').first().waitFor()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await shows(window, 1, 1, '乙碳素有限公司')

  await window.getByRole('button', { name: english.workbook.deleteRows(1) }).click()
  await expect.poll(async () => (await office.county.show('submissions'))[1]?.[1]).toBe(NAME)
  await window.keyboard.press('Control+z')
  await shows(window, 1, 1, '乙碳素有限公司')
  expect(office.complaints).toEqual([])
})

test('reset, save and load ask first, then do it; a reset that comes too early says so', async () => {
  office = await openOffice({ language: 'en', resetsRefused: 1 })
  const window = await office.open(browser())
  const answers = [false, true, true, true]
  window.on('dialog', (dialog) => void (answers.shift() ? dialog.accept() : dialog.dismiss()))
  for (const expected of [0, 1, 2]) {
    await window.getByText(english.bar.more, { exact: true }).click()
    await window.getByRole('button', { name: english.bar.reset }).click()
    if (expected === 1) await window.locator('.notice.failed', { hasText: english.result.notYet }).waitFor()
    if (expected === 2) await window.locator('.notice', { hasText: english.result.reset }).waitFor()
    expect(office.resets()).toBe(expected)
    if (expected === 0) await window.getByText(english.bar.more, { exact: true }).click()
  }
  await window.locator('input[type=file]').setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from('rows') })
  await window.locator('.notice', { hasText: english.result.loaded }).waitFor()
  expect(Buffer.concat(office.loaded).toString()).toBe('rows')
  const saved = await window.request.get(`${office.page.url}/workbook.xlsx`)
  expect(await saved.text()).toBe('file')
})

test('the guided walk goes on by itself, step by step, in both languages', async () => {
  office = await openOffice({ today: '2025-08-05', submissions: MONTHS })
  const guide = textsFor('zh-CN').page.guide
  const window = await office.open(browser(), { locale: 'zh-CN', width: 1600, guide: true })
  await recalculate(window)
  await window.getByRole('button', { name: guide.start }).click()
  const step = (title: string) => window.locator('.walk h3', { hasText: title }).waitFor()
  await step(guide.mistake.title)
  await type(window, 6, OUTPUT, '71500000')
  await step(guide.recalculate.title)
  await recalculate(window)
  await step(guide.read.title)
  await window.locator('.walk', { hasText: zh.verdict.held }).waitFor()
  await window.getByRole('button', { name: guide.next, exact: true }).click()
  await step(guide.correct.title)
  await type(window, 6, OUTPUT, '7150')
  await step(guide.again2.title)
  await recalculate(window)
  await step(guide.counted.title)
  await window.getByRole('button', { name: guide.next, exact: true }).click()
  await step(guide.digest.title)
  await window.getByText('更多', { exact: true }).click()
  await window.locator('.choice-line select').first().selectOption('en')
  await step(english.guide.digest.title)
  await window.getByRole('link', { name: english.views.mailbox }).click()
  await window.locator('.walk', { hasText: english.guide.done }).waitFor()
  expect(await window.locator('html').getAttribute('lang')).toBe('en')
  expect(office.complaints).toEqual([])
})

test('three clerks type, insert, delete and sort, and stop when told to', async () => {
  office = await openOffice({ language: 'en', submissions: MONTHS })
  const window = await office.open(browser())
  const before = await office.county.show('submissions')
  await window.getByText(english.bar.more, { exact: true }).click()
  await window.getByRole('button', { name: english.bar.clerks }).click()
  await expect.poll(async () => JSON.stringify(await office.county.show('submissions'))).not.toBe(JSON.stringify(before))
  await window.getByText(english.bar.more, { exact: true }).click()
  await window.getByRole('button', { name: english.bar.stopClerks }).click()
  await window.getByText(english.bar.more, { exact: true }).click()
  await window.getByRole('button', { name: english.bar.clerks }).waitFor()
})
