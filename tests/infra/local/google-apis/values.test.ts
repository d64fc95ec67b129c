import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

it('skips null, empties on the empty text, and counts what it wrote', async () => {
  const { call, id, read, write } = await startEmulator()
  await write('A1:C1', [['a', 'b', 'c']])
  expect(
    (
      await write('A1:C2', [
        [null, '', 'z'],
        [null, null, null],
      ])
    ).body,
  ).toEqual({ spreadsheetId: id, updatedRange: 'Sheet1!A1:C2', updatedRows: 1, updatedColumns: 2, updatedCells: 2 })
  expect(await read('Sheet1')).toEqual([['a', '', 'z']])
  const { body } = await call('POST', `/v4/spreadsheets/${id}/values:batchUpdate`, {
    value_input_option: 'RAW',
    data: { range: 'A1:B2', values: [['=1'], [true]] },
    includeValuesInResponse: true,
  })
  expect(body).toMatchObject({
    totalUpdatedRows: 2,
    totalUpdatedColumns: 1,
    totalUpdatedCells: 2,
    totalUpdatedSheets: 1,
    responses: [{ updatedData: { range: 'Sheet1!A1:A2', values: [['=1'], ['TRUE']] } }],
  })
  expect(await read('Sheet1', 'majorDimension=COLUMNS')).toEqual([['=1', 'TRUE'], [], ['z']])
})

it('says which entry of a batch is wrong and applies none', async () => {
  const { call, id, read } = await startEmulator()
  const data = [
    { range: 'A1', values: [[1]] },
    { range: 'Nope!A1', values: [[1]] },
  ]
  const { body } = await call('POST', `/v4/spreadsheets/${id}/values:batchUpdate`, { valueInputOption: 'RAW', data })
  expect(body.error.message).toBe('Invalid data[1]: Unable to parse range: Nope!A1')
  expect(await read('Sheet1')).toEqual([])
})

it('appends after the last table of the range', async () => {
  const { call, id, read, write } = await startEmulator()
  await write('A1:C2', [
    ['h', 'i', 'j'],
    ['x', '', 'z'],
  ])
  const append = async (range: string, query = '') =>
    (await call('POST', `/v4/spreadsheets/${id}/values/${range}:append?valueInputOption=RAW${query}`, { values: [['new']] })).body
  expect(await append('Sheet1')).toMatchObject({ tableRange: 'Sheet1!A1:C2', updates: { updatedRange: 'Sheet1!A3' } })
  await write('E5', [['lone']])
  expect(await append('Sheet1')).toMatchObject({ tableRange: 'Sheet1!E5', updates: { updatedRange: 'Sheet1!E6' } })
  expect(await append('A1', '&insertDataOption=INSERT_ROWS')).toMatchObject({
    tableRange: 'Sheet1!A1:C3',
    updates: { updatedRange: 'Sheet1!A4' },
  })
  expect(await read('E6:E7')).toEqual([['lone'], ['new']])
  expect(await append('Sheet1!H9')).toEqual({
    spreadsheetId: id,
    updates: { spreadsheetId: id, updatedRange: 'Sheet1!H9', updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
  })
})

it('writes where developer metadata points', async () => {
  const { batch, call, id, read } = await startEmulator()
  const location = { dimensionRange: { dimension: 'ROWS', startIndex: 4, endIndex: 5 } }
  await batch([
    { createDeveloperMetadata: { developerMetadata: { metadataId: 3, metadataKey: 'k', visibility: 'DOCUMENT', location } } },
  ])
  const data = [{ dataFilter: { developerMetadataLookup: { metadataId: 3 } }, values: [['there', 1]] }]
  const { body } = await call('POST', `/v4/spreadsheets/${id}/values:batchUpdateByDataFilter`, { valueInputOption: 'RAW', data })
  expect(body).toMatchObject({
    totalUpdatedCells: 2,
    responses: [{ updatedRange: 'Sheet1!A5:B5', dataFilter: data[0]!.dataFilter }],
  })
  expect(await read('A5:B5')).toEqual([['there', '1']])
})
