import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

const metadata = (metadataId: number, location: object, metadataValue = 'v') => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey: 'k', metadataValue, location, visibility: 'DOCUMENT' },
  },
})
const row = (startIndex: number) => ({ dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } })

it('applies nothing when the last request fails', async () => {
  const { batch, read, get, write } = await startEmulator()
  await write('A1:B2', [
    ['old', 1],
    ['x', 2],
  ])
  const before = (await get('includeGridData=true')).body
  const { status, body } = await batch([
    {
      updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { stringValue: 'new' } }] }], fields: 'userEnteredValue' },
    },
    { insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 3 } } },
    { addSheet: { properties: { sheetId: 5, title: 'More' } } },
    metadata(9, { sheetId: 0 }),
    {
      updateSheetProperties: {
        properties: { title: 'Renamed', gridProperties: { columnCount: 3 } },
        fields: 'title,gridProperties.columnCount',
      },
    },
    { deleteSheet: { sheetId: 99 } },
  ])
  expect(status).toBe(400)
  expect(body.error).toEqual({
    code: 400,
    message: 'Invalid requests[5].deleteSheet: No sheet with id: 99',
    status: 'INVALID_ARGUMENT',
  })
  expect((await get('includeGridData=true')).body).toEqual(before)
  expect(await read('Sheet1')).toEqual([
    ['old', '1'],
    ['x', '2'],
  ])
})

it('refuses taken titles, taken ids, taken metadata ids, and the last sheet', async () => {
  const { batch } = await startEmulator()
  const message = async (request: object) => (await batch([request])).body.error?.message
  expect(await message({ addSheet: { properties: { title: 'Sheet1' } } })).toBe(
    'Invalid requests[0].addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.',
  )
  expect(await message({ addSheet: { properties: { sheetId: 0 } } })).toContain('already exists')
  expect(await message(metadata(4, { spreadsheet: true }))).toBeUndefined()
  expect(await message(metadata(4, { spreadsheet: true }))).toContain('already exists')
  expect(await message({ deleteSheet: { sheetId: 0 } })).toContain("You can't remove all the sheets in a document.")
  expect(await message({ updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } })).toBe(
    "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
  )
  expect((await batch([{ randomizeRange: { range: { sheetId: 0 } } }])).status).toBe(501)
})

it('lets metadata and ranges travel with inserted, deleted, moved and sorted rows', async () => {
  const { batch, call, get, write, id } = await startEmulator()
  await write('A1:B6', [
    ['c', 3],
    ['a', 1],
    ['b', 2],
    ['d', 4],
    ['e', 5],
    ['f', 6],
  ])
  await batch([
    metadata(1, row(0), 'c'),
    metadata(2, row(1), 'a'),
    metadata(3, row(3), 'd'),
    {
      addNamedRange: {
        namedRange: { name: 'Body', range: { startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 } },
      },
    },
    { addProtectedRange: { protectedRange: { range: { startRowIndex: 3, endRowIndex: 5 } } } },
    {
      mergeCells: { range: { startRowIndex: 4, endRowIndex: 6, startColumnIndex: 3, endColumnIndex: 5 }, mergeType: 'MERGE_ALL' },
    },
  ])
  const places = async () => {
    const { body } = await call('POST', `/v4/spreadsheets/${id}/developerMetadata:search`, {
      dataFilters: [{ developerMetadataLookup: { metadataKey: 'k' } }],
    })
    const found = (body.matchedDeveloperMetadata ?? []).map(
      ({
        developerMetadata: entry,
      }: {
        developerMetadata: { metadataId: number; location: { dimensionRange: { startIndex: number } } }
      }) => [entry.metadataId, entry.location.dimensionRange.startIndex],
    )
    return Object.fromEntries(found)
  }
  await batch([{ insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } } }])
  expect(await places()).toEqual({ 1: 0, 2: 3, 3: 5 })
  await batch([{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } } }])
  expect(await places()).toEqual({ 1: 0, 2: 1, 3: 3 })
  await batch([{ moveDimension: { source: { dimension: 'ROWS', startIndex: 0, endIndex: 1 }, destinationIndex: 4 } }])
  expect(await places()).toEqual({ 1: 3, 2: 0, 3: 2 })
  await batch([
    {
      sortRange: {
        range: { startRowIndex: 0, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 26 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
      },
    },
  ])
  expect(await places()).toEqual({ 1: 3, 2: 5, 3: 2 })
  await batch([{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 3, endIndex: 4 } } }])
  expect(await places()).toEqual({ 2: 4, 3: 2 })
  const { body } = await get()
  expect(body.namedRanges[0].range).toMatchObject({ startRowIndex: 0, endRowIndex: 5 })
  expect(body.sheets[0].merges).toEqual([{ startRowIndex: 3, endRowIndex: 5, startColumnIndex: 3, endColumnIndex: 5 }])
})

it('keeps chart sources, validations and conditional formats on their cells', async () => {
  const { batch, get } = await startEmulator()
  const source = { startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 }
  const series = [{ series: { sourceRange: { sources: [{ ...source, startColumnIndex: 1, endColumnIndex: 2 }] } } }]
  const chart = {
    spec: { basicChart: { chartType: 'COLUMN', domains: [{ domain: { sourceRange: { sources: [source] } } }], series } },
    position: { overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 4 } } },
  }
  const rule = { ranges: [source], booleanRule: { condition: { type: 'NOT_BLANK' }, format: { backgroundColor: { red: 1 } } } }
  const { body } = await batch([
    { addChart: { chart } },
    { addConditionalFormatRule: { rule } },
    { setDataValidation: { range: source, rule: { condition: { type: 'BOOLEAN' } } } },
    { insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
  ])
  expect(body.replies[0].addChart.chart.chartId).toEqual(expect.any(Number))
  const sheet = (await get('includeGridData=true')).body.sheets[0]
  expect(sheet.charts[0].spec.basicChart.domains[0].domain.sourceRange.sources[0]).toMatchObject({
    startRowIndex: 3,
    endRowIndex: 7,
  })
  expect(sheet.charts[0].position.overlayPosition.anchorCell).toEqual({ rowIndex: 4, columnIndex: 4 })
  expect(sheet.conditionalFormats[0].ranges).toEqual([{ ...source, startRowIndex: 3, endRowIndex: 7 }])
  expect(sheet.data[0].rowData[3].values[0].dataValidation).toEqual({ condition: { type: 'BOOLEAN' } })
  expect(
    (await batch([{ addChart: { chart: { spec: { basicChart: { chartType: 'COLUMN' } }, position: chart.position } } }])).status,
  ).toBe(500)
})

it('writes, repeats and appends typed cells by their mask', async () => {
  const { batch, read, get } = await startEmulator()
  const bold = { userEnteredFormat: { textFormat: { bold: true } } }
  await batch([
    {
      updateCells: {
        start: { rowIndex: 1, columnIndex: 1 },
        rows: [
          {
            values: [{ userEnteredValue: { stringValue: '=1+1' }, note: 'n', ...bold }, { userEnteredValue: { numberValue: 2 } }],
          },
        ],
        fields: 'userEnteredValue,note',
      },
    },
    {
      repeatCell: {
        range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
        cell: { userEnteredValue: { boolValue: true }, ...bold },
        fields: 'userEnteredValue,userEnteredFormat.textFormat.bold',
      },
    },
    { appendCells: { rows: [{ values: [{ userEnteredValue: { numberValue: 9 } }] }], fields: '*' } },
    {
      updateCells: {
        range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
        fields: 'userEnteredValue',
      },
    },
  ])
  expect(await read('Sheet1', 'valueRenderOption=UNFORMATTED_VALUE')).toEqual([[true, true], ['', '=1+1'], [9]])
  const { values } = (await get('fields=sheets.data.rowData.values(note,userEnteredFormat)')).body.sheets[0].data[0].rowData[1]
  expect(values).toEqual([{}, { note: 'n' }])
  expect((await batch([{ repeatCell: { range: { startRowIndex: 1000 }, cell: {}, fields: '*' } }])).body.error.message).toContain(
    'exceeds grid limits. Max rows: 1000, max columns: 26',
  )
})

it('copies, cuts, pastes, finds and duplicates', async () => {
  const { batch, read, write } = await startEmulator()
  await write('A1:B2', [
    ['apple', 1],
    ['apple pie', 2],
  ])
  const { body } = await batch([
    {
      copyPaste: {
        source: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
        destination: { startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
      },
    },
    {
      cutPaste: {
        source: { startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 },
        destination: { rowIndex: 3, columnIndex: 2 },
      },
    },
    { findReplace: { find: 'APPLE', replacement: 'pear', allSheets: true } },
    { pasteData: { coordinate: { rowIndex: 5 }, data: '7,"a,b"', delimiter: ',' } },
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 8, insertSheetIndex: 1 } },
  ])
  expect(body.replies[2].findReplace).toEqual({ valuesChanged: 4, rowsChanged: 4, sheetsChanged: 1, occurrencesChanged: 4 })
  expect(body.replies[4].duplicateSheet.properties).toMatchObject({ sheetId: 8, title: 'Copy of Sheet1', index: 1 })
  const expected = [['pear', '1'], ['pear pie', '2'], [], ['', '1', 'pear'], ['pear pie', '2'], ['7', 'a,b']]
  expect(await read("'Copy of Sheet1'")).toEqual(expected)
  await write('A1', [['changed']])
  expect(await read("'Copy of Sheet1'!A1")).toEqual([['pear']])
})
