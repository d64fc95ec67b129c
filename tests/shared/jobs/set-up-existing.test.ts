import { afterEach, describe, expect, test } from 'vitest'
import { type MadeWorkbook, makeSmallWorkbook } from './set-up-workbook.ts'

let book: MadeWorkbook
afterEach(() => book.apis.close())

const spreadsheet = () => book.apis.state.get(book.spreadsheetId)!.spreadsheet
const sheetTitled = (title: string) => spreadsheet().sheetTitled(title)!
const cellsOf = async (title: string) => (await book.open().cells([{ title }], 'formulas'))[0]
const typed = (sheetId: number, rowIndex: number, columnIndex: number, values: (string | number)[], format?: object) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [
      {
        values: values.map((value) => ({
          userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
          ...(format ? { userEnteredFormat: { numberFormat: format } } : {}),
        })),
      },
    ],
    fields: format ? 'userEnteredValue,userEnteredFormat.numberFormat' : 'userEnteredValue',
  },
})
/** Takes away everything of ours but the named tabs. */
const keepOnly = (...titles: string[]) =>
  book.edit(
    ...spreadsheet()
      .sheets.filter(({ title }) => !titles.includes(title))
      .map(({ sheetId }) => ({ deleteSheet: { sheetId } })),
  )
const unmark = (metadataKey: string) => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey } } },
})

describe('a spreadsheet that is there already', () => {
  test('keeps its own sheets, gets ours beside them, and a second time nothing', async () => {
    book = await makeSmallWorkbook('en')
    book.edit({ addSheet: { properties: { sheetId: 7, title: 'Budget' } } }, typed(7, 0, 0, ['Lamps', 12]))
    keepOnly('Budget')
    await book.setUp()
    const { sheets } = await book.open().structure()
    expect(sheets).toHaveLength(17)
    expect(sheets[0]!.title).toBe('Budget')
    expect(await cellsOf('Budget')).toEqual([['Lamps', 12]])
    expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  })

  test('is not taken for ours because sheets of it have our titles', async () => {
    book = await makeSmallWorkbook('en')
    book.edit(
      { addSheet: { properties: { sheetId: 7, title: 'Budget' } } },
      { addSheet: { properties: { sheetId: 8, title: 'Old' } } },
      typed(7, 0, 0, ['my own summary']),
      typed(8, 0, 0, ['Goal', 'Due']),
      typed(8, 1, 0, ['cleaner air', '2030']),
    )
    keepOnly('Budget', 'Old')
    book.edit(
      { updateSheetProperties: { properties: { sheetId: 7, title: 'Summary' }, fields: 'title' } },
      { updateSheetProperties: { properties: { sheetId: 8, title: 'targets' }, fields: 'title' } },
    )
    const { repaired } = await book.setUp()
    expect(repaired).toContain('made the tab “Summary”')
    const { sheets } = await book.open().structure()
    expect(sheets.find(({ key }) => key === 'summary')!.title).toBe('Summary (Tallysheet)')
    expect(sheets.find(({ key }) => key === 'targets')!.title).toBe('Targets (Tallysheet)')
    expect(await cellsOf('Summary')).toEqual([['my own summary']])
    expect(await cellsOf('targets')).toEqual([
      ['Goal', 'Due'],
      ['cleaner air', '2030'],
    ])
    expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  })
})

describe('an older workbook', () => {
  test('without marks, notes, formats and drop-downs is brought up to date in place', async () => {
    book = await makeSmallWorkbook('en')
    const before = await book.bodies()
    const everywhere = spreadsheet().sheets.map(({ sheetId }) => ({
      repeatCell: { range: { sheetId }, cell: {}, fields: 'note,userEnteredFormat,dataValidation' },
    }))
    book.edit(unmark('tallysheet.column'), ...everywhere)
    expect((await book.setUp()).repaired.length).toBeGreaterThan(50)
    expect(await book.bodies()).toEqual(before)
    expect((await book.check()).ok).toBe(true)
    expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  })

  test('gets optional columns that it lacks, but no blank one in place of a required one that may have been renamed', async () => {
    book = await makeSmallWorkbook('en')
    const sheetId = book.sheetId('submissions')
    book.edit(unmark('tallysheet.column'), typed(sheetId, 0, 3, ['Output in thousands']), {
      deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 5, endIndex: 6 } },
    })
    const { repaired } = await book.setUp()
    expect(repaired.filter((line) => line.startsWith('added'))).toEqual([
      'added the column “Submissions” F Cumulative output, same period last year (10,000 yuan)',
    ])
    expect((await book.bodies()).submissions!['Output in thousands']).toEqual([1200.5, 900, 1900.5, '１，２００'])
    const { findings } = await book.check()
    expect(findings.find(({ check }) => check === 'columns')).toMatchObject({
      ok: false,
      message: expect.stringContaining("“Cumulative output (10,000 yuan)” can't be found. Headers found: Period"),
    })
    expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  })
})

test('a date is never made a figure, nor a serial number, by giving its column the right format again', async () => {
  book = await makeSmallWorkbook('en')
  const sheetId = book.sheetId('submissions')
  book.edit(
    typed(sheetId, 1, 0, [45_717], { type: 'DATE', pattern: 'yyyy-mm' }),
    typed(sheetId, 2, 3, [45_717], { type: 'DATE', pattern: 'yyyy-mm-dd' }),
    typed(sheetId, 3, 0, [202_503], { type: 'NUMBER', pattern: '#,##0' }),
  )
  expect((await book.setUp()).repaired).toEqual(['put the number format back: “Submissions” A4'])
  const [shown] = await book.open().cells([{ title: 'Submissions', range: 'A2:D4' }])
  expect([shown![0]![0], shown![1]![3], shown![2]![0]]).toEqual(['2025-03', '2025-03-01', 202_503])
})

test('colours and protections of people stay, and ours are not doubled', async () => {
  book = await makeSmallWorkbook('en')
  const sheetId = book.sheetId('submissions')
  const range = { sheetId, startRowIndex: 1, startColumnIndex: 3, endColumnIndex: 4 }
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$D2="x"' }] }
  book.edit(
    { deleteConditionalFormatRule: { sheetId, index: 0 } },
    {
      addConditionalFormatRule: {
        index: 0,
        rule: { ranges: [range], booleanRule: { condition, format: { textFormat: { bold: true } } } },
      },
    },
    { addProtectedRange: { protectedRange: { range, description: 'ours' } } },
  )
  await book.setUp()
  const { conditionalFormats, protectedRanges } = sheetTitled('Submissions').parts
  expect(conditionalFormats).toHaveLength(5)
  expect(JSON.stringify(conditionalFormats[0])).toContain('$D2=')
  expect(protectedRanges.map(({ description }) => description)).toContain('ours')
})

test('a renamed tab, a moved column and a copy of a tab are left as they are', async () => {
  book = await makeSmallWorkbook('en')
  const sheetId = book.sheetId('submissions')
  book.edit(
    { updateSheetProperties: { properties: { sheetId: book.sheetId('milestones'), title: "Works of '25" }, fields: 'title' } },
    { updateSheetProperties: { properties: { sheetId: book.sheetId('status'), title: 'verdicts' }, fields: 'title' } },
    { moveDimension: { source: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 }, destinationIndex: 8 } },
    { duplicateSheet: { sourceSheetId: book.sheetId('titles'), newSheetName: 'Copy of Titles' } },
  )
  expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  const { ok, findings } = await book.check()
  expect(ok).toBe(false)
  expect(findings.filter((finding) => !finding.ok)).toMatchObject([{ check: 'copies', where: 'Copy of Titles' }])
})

describe('others at the same time', () => {
  const commitByAnother = () => {
    const { sheets } = spreadsheet()
    book.edit(
      { deleteSheet: { sheetId: sheets.find(({ title }) => title === '_fence')!.sheetId } },
      { addSheet: { properties: { title: '_fence', hidden: true } } },
    )
  }

  test('it starts over on a newer reading, and says each thing once', async () => {
    book = await makeSmallWorkbook('en')
    book.edit({ repeatCell: { range: { sheetId: book.sheetId('clusters'), endRowIndex: 1 }, cell: {}, fields: 'note' } })
    book.apis.editors.before({ on: 'write', run: commitByAnother })
    const { repaired, requests } = await book.setUp()
    expect(repaired.filter((line) => line.includes('“Clusters” A1'))).toHaveLength(1)
    expect(requests.write).toBe(2)
  })

  test('it gives up when it never gets through, and nothing is half done', async () => {
    book = await makeSmallWorkbook('en')
    book.edit({ repeatCell: { range: { sheetId: book.sheetId('clusters'), endRowIndex: 1 }, cell: {}, fields: 'note' } })
    book.apis.editors.before({ on: 'write', times: 'forever', run: commitByAnother })
    await expect(book.setUp()).rejects.toMatchObject({ code: 'workbook-changing' })
  })

  test('an answer that gets lost makes nothing twice', async () => {
    book = await makeSmallWorkbook('en')
    book.edit({ addSheet: { properties: { sheetId: 7, title: 'Budget' } } })
    keepOnly('Budget')
    book.apis.faults.add({ on: 'write', effect: { kind: 'lost' } })
    await book.setUp()
    expect((await book.open().structure()).sheets).toHaveLength(17)
    expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  })
})
