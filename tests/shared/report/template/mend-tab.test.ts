import { describe, expect, test } from 'vitest'
import type { BasicFilter, SheetRequest } from '../../../../shared/model/sheet-request.ts'
import { EMPTY_CELL, type TabDetails } from '../../../../shared/model/tab-details.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { createTab, newPlace } from '../../../../shared/report/template/create-tab.ts'
import { mendTab } from '../../../../shared/report/template/mend-tab.ts'
import { COLOURS, TAB_ORDER } from '../../../../shared/report/template/tab-looks.ts'
import { tabTemplate } from '../../../../shared/report/template/tab-template.ts'

const texts = textsFor('en')
const bare: TabDetails = {
  sheetId: 3,
  title: 'Titles',
  hidden: false,
  rowCount: 6,
  columnCount: 5,
  frozenRows: 0,
  rowsRead: 6,
  columns: [],
  cells: [],
  protections: [],
  colourings: [],
}

const kindsOf = (requests: readonly SheetRequest[]) => requests.flatMap((request) => Object.keys(request))

describe('what is wanted less what is there', () => {
  test('a tab that has nothing gets everything, as a new one does', () => {
    const template = tabTemplate('titles', [], texts)
    const mended = mendTab(template, bare, newPlace(template), {}, []).flatMap(({ requests }) => requests)
    const created = createTab('titles', 3, 6, null, texts)
    // The new sheet comes frozen and is marked; all else is the same.
    expect(kindsOf(created).slice(0, 2)).toEqual(['addSheet', 'createDeveloperMetadata'])
    expect(created.slice(2)).toEqual(mended.slice(1))
  })

  test('neighbouring cells are put right together, others by themselves, and the last run is open', () => {
    const template = tabTemplate('titles', [], texts)
    const right = { ...EMPTY_CELL, format: { type: 'TEXT', pattern: '@' } }
    const cells = [EMPTY_CELL, right, EMPTY_CELL, EMPTY_CELL, right, EMPTY_CELL].map((cell) => [cell])
    const mendings = mendTab(template, { ...bare, cells }, newPlace(template), {}, [])
    const format = mendings.find(({ kind, cell }) => kind === 'format' && cell?.startsWith('A'))
    const columns = { sheetId: 3, startColumnIndex: 0, endColumnIndex: 1 }
    expect(format?.cell).toBe('A3:A6')
    expect(format?.requests.map((request) => 'repeatCell' in request && request.repeatCell.range)).toEqual([
      { ...columns, startRowIndex: 2, endRowIndex: 4 },
      { ...columns, startRowIndex: 5 },
    ])
  })

  test('a wide, narrow or bold column is the choice of people; one that nobody sees is not', () => {
    const template = tabTemplate('titles', [], texts)
    const widths = [400, 20, 2].map((width) => ({ key: null, keyId: null, width, hidden: false }))
    const mendings = mendTab(template, { ...bare, columns: widths }, newPlace(template), {}, [])
    expect(mendings.filter(({ kind }) => kind === 'width').map(({ cell }) => cell)).toEqual(['C', 'D', 'E'])
  })
})

describe('the filter of Problems', () => {
  const template = tabTemplate('problems', [], texts)
  const place = newPlace(template)
  const width = template.columns.length
  const open = { sheetId: 3, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: width }
  const filtersOf = (filter?: BasicFilter) =>
    mendTab(template, { ...bare, columnCount: width, ...(filter ? { filter } : {}) }, place, {}, [])
      .filter(({ kind }) => kind === 'filter')
      .flatMap(({ requests }) => requests)
  const chosen = { criteria: { 0: { hiddenValues: ['Note'] } }, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'ASCENDING' }] }

  test.each([
    ['none: one that is open at the end', undefined, [{ setBasicFilter: { filter: { range: open } } }]],
    ['an open one stays', { range: open, ...chosen }, []],
    ['one to the last row stays', { range: { ...open, endRowIndex: 6 }, ...chosen }, []],
    ['one of fewer columns is the choice of people', { range: { ...open, endColumnIndex: 3 }, ...chosen }, []],
    [
      'one that ends above is opened, and what people chose goes with it',
      { range: { ...open, endRowIndex: 4 }, ...chosen },
      [{ setBasicFilter: { filter: { range: open, ...chosen } } }],
    ],
  ] as const)('%s', (_name, present, requests) => {
    expect(filtersOf(present)).toEqual(requests)
  })

  test('no other tab has one', () => {
    const others = TAB_ORDER.filter((tab) => tab !== 'problems')
    expect(JSON.stringify(others.map((tab) => createTab(tab, 3, 10, null, texts)))).not.toContain('setBasicFilter')
  })
})

test('no tab writes a formula, and every protection refuses', () => {
  for (const tab of TAB_ORDER) {
    const text = JSON.stringify(createTab(tab, 3, 10, null, texts))
    expect(text).not.toContain('formulaValue')
    expect(text).toContain('"warningOnly":false')
  }
})

test('the colours of verdicts differ in lightness for those who see no hue', () => {
  const lightness = (['rejected', 'held', 'noted', 'edited'] as const).map((name) => {
    const { red = 0, green = 0, blue = 0 } = COLOURS[name]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })
  const [rejected, held] = lightness
  expect(rejected! + 0.1).toBeLessThan(held!)
  for (const each of lightness) expect(each).toBeGreaterThan(0.7)
})
