import type { Page as Window } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cell } from './at-the-table.ts'
import { batchUpdate } from './batch-update.ts'
import { type Office, openOffice } from './open-page.ts'
import { sharedBrowser } from './shared-browser.ts'

const SHEET = 78
const LONG = 'A text that is far too long for one column but fits into three'
const [BLUE, PALE] = [
  { red: 0, green: 0, blue: 1 },
  { red: 0.9, green: 0.9, blue: 0.9 },
]

const browser = sharedBrowser()
let office: Office

beforeAll(async () => {
  office = await openOffice({ language: 'en' })
  const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
    sheetId: SHEET,
    startRowIndex,
    endRowIndex,
    startColumnIndex,
    endColumnIndex,
  })
  const write = (rowIndex: number, columnIndex: number, text: string, userEnteredFormat: object = {}) => ({
    updateCells: {
      start: { sheetId: SHEET, rowIndex, columnIndex },
      rows: [{ values: [{ userEnteredValue: { stringValue: text }, userEnteredFormat }] }],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  })
  const answer = await batchUpdate(office.county, [
    {
      addSheet: {
        properties: {
          sheetId: SHEET,
          title: 'Merged',
          gridProperties: { rowCount: 20, columnCount: 8, hideGridlines: true },
        },
      },
    },
    write(1, 1, LONG, { wrapStrategy: 'WRAP', horizontalAlignment: 'CENTER', backgroundColorStyle: { rgbColor: PALE } }),
    write(3, 0, 'tall', { backgroundColorStyle: { rgbColor: BLUE } }),
    write(7, 0, LONG),
    write(8, 0, LONG, { wrapStrategy: 'CLIP' }),
    { mergeCells: { range: range(1, 2, 1, 5), mergeType: 'MERGE_ALL' } },
    { mergeCells: { range: range(3, 6, 0, 2), mergeType: 'MERGE_ALL' } },
  ])
  expect(answer.status).toBe(200)
}, 40_000)
afterAll(() => office.close())

const box = async (window: Window, row: number, column: number) => (await cell(window, row, column).boundingBox())!
const nameOf = (window: Window) => window.locator('.cell-name').inputValue()

test('a merged range is one cell over its columns and rows, without gridlines where they are hidden', async () => {
  const window = await office.open(browser(), { path: `/#gid=${SHEET}` })
  await cell(window, 1, 1).filter({ hasText: LONG }).waitFor()
  const [wide, tall, one] = [await box(window, 1, 1), await box(window, 3, 0), await box(window, 0, 0)]
  expect(wide.width).toBeCloseTo(4 * one.width, 0)
  // Over the whole width the text needs two lines at most; over one column it would need seven.
  expect(wide.height).toBeLessThan(3 * one.height)
  expect([tall.width, tall.height]).toEqual([2 * one.width, 3 * one.height])
  for (const column of [2, 3, 4]) expect(await cell(window, 1, column).count()).toBe(0)
  const at = { x: tall.x + 1.5 * one.width, y: tall.y + 2.5 * one.height }
  expect(
    await window.evaluate(
      ({ x, y }) => (document.elementFromPoint(x, y) as HTMLElement).closest<HTMLElement>('.cell')?.dataset,
      at,
    ),
  ).toMatchObject({ row: '3', column: '0' })
  expect(await cell(window, 0, 0).evaluate((element) => getComputedStyle(element).borderRightColor)).toBe('rgba(0, 0, 0, 0)')
  const text = (row: number) => cell(window, row, 0).locator('.text').boundingBox()
  expect((await text(7))!.width).toBeGreaterThan(2 * one.width)
  expect((await text(8))!.width).toBeLessThanOrEqual(one.width)
  await window.context().close()
})

test('keys, selection and typing treat it as one', async () => {
  const window = await office.open(browser(), { path: `/#gid=${SHEET}` })
  await cell(window, 1, 0).click()
  await window.keyboard.press('ArrowRight')
  expect(await nameOf(window)).toBe('B2')
  expect((await window.locator('.selection').boundingBox())!.width).toBeCloseTo((await box(window, 1, 1)).width, 0)
  await window.keyboard.press('ArrowRight')
  expect(await nameOf(window)).toBe('F2')
  await window.keyboard.press('Shift+Tab')
  expect(await nameOf(window)).toBe('B2')
  // From below, at a column inside of it, one comes to its first cell.
  await window.locator('.cell-name').fill('D3')
  await window.keyboard.press('Enter')
  await window.keyboard.press('ArrowUp')
  expect(await nameOf(window)).toBe('B2')
  // A selection that touches it takes all of it in.
  await cell(window, 0, 2).click()
  await window.keyboard.press('Shift+ArrowDown')
  expect((await window.locator('.selection').boundingBox())!.width).toBeCloseTo((await box(window, 1, 1)).width, 0)
  // Its name leads to its first cell, where typing goes.
  await window.locator('.cell-name').fill('B5')
  await window.keyboard.press('Enter')
  expect(await nameOf(window)).toBe('A4')
  await window.keyboard.type('typed')
  await window.keyboard.press('Enter')
  await cell(window, 3, 0).filter({ hasText: 'typed' }).waitFor()
  expect(await nameOf(window)).toBe('A7')
  expect(office.complaints).toEqual([])
  await window.context().close()
})
