import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

it('serves the googleapis client', async () => {
  const { apis } = await startEmulator()
  const { spreadsheets } = new sheets_v4.Sheets({ rootUrl: `${apis.url}/` })
  const created = await spreadsheets.create({
    requestBody: {
      properties: { title: 'Plan', locale: 'zh_CN' },
      sheets: [
        { properties: { sheetId: 3, title: '目标', gridProperties: { rowCount: 20, columnCount: 5, frozenRowCount: 1 } } },
      ],
    },
  })
  const spreadsheetId = created.data.spreadsheetId!
  expect(created.data.sheets?.[0]?.properties).toMatchObject({
    sheetId: 3,
    title: '目标',
    gridProperties: { rowCount: 20, columnCount: 5, frozenRowCount: 1 },
  })
  const { data } = await spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        {
          updateCells: {
            start: { sheetId: 3 },
            fields: 'userEnteredValue,userEnteredFormat.numberFormat',
            rows: [
              {
                values: [
                  { userEnteredValue: { stringValue: '企业' } },
                  {
                    userEnteredValue: { numberValue: 0.5 },
                    userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } },
                  },
                ],
              },
            ],
          },
        },
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: 11,
              metadataKey: 'role',
              metadataValue: 'goals',
              visibility: 'DOCUMENT',
              location: { sheetId: 3 },
            },
          },
        },
      ],
    },
  })
  expect(data.replies?.[1]?.createDeveloperMetadata?.developerMetadata).toEqual({
    metadataId: 11,
    metadataKey: 'role',
    metadataValue: 'goals',
    visibility: 'DOCUMENT',
    location: { locationType: 'SHEET', sheetId: 3 },
  })
  const read = await spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: ['目标!A1:B1', '目标!A2:B9'],
    valueRenderOption: 'UNFORMATTED_VALUE',
  })
  expect(read.data.valueRanges).toEqual([
    { range: '目标!A1:B1', majorDimension: 'ROWS', values: [['企业', 0.5]] },
    { range: '目标!A2:B9', majorDimension: 'ROWS' },
  ])
  const byFilter = await spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataId: 11 } }] },
  })
  expect(byFilter.data.valueRanges?.[0]?.valueRange?.values).toEqual([['企业', '50%']])
  const known = await spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 11 })
  expect(known.data.metadataValue).toBe('goals')
  await expect(spreadsheets.get({ spreadsheetId: 'gone' })).rejects.toMatchObject({ status: 404 })
})

it('compresses for clients that take it', async () => {
  const { apis, id } = await startEmulator()
  const response = await fetch(`${apis.url}/v4/spreadsheets/${id}?fields=spreadsheetId`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toEqual({ spreadsheetId: id })
  const plain = await fetch(`${apis.url}/v4/spreadsheets/${id}`, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

it('comes back from a folder as it was saved', async () => {
  const { apis, id, batch, write, get } = await startEmulator()
  await write('A1:B2', [
    ['a', '=1+1'],
    ['', '12%'],
  ])
  await batch([
    {
      updateDimensionProperties: {
        range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: 300 },
        fields: 'pixelSize',
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'k',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
        },
      },
    },
  ])
  const folder = await mkdtemp(join(tmpdir(), 'google-apis-'))
  await apis.saveTo(folder)
  const other = await startEmulator({ folder })
  const { body } = await get('includeGridData=true')
  expect((await other.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`)).body).toEqual(body)
})
