import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../../../infra/local/google-apis/errors.ts'
import { applyFieldMask, maskAt, parseFieldMask, updatePaths } from '../../../../../infra/local/google-apis/schema/field-mask.ts'

const spreadsheet = {
  spreadsheetId: 'id',
  properties: { title: 't', locale: 'en_US' },
  sheets: [
    { properties: { sheetId: 0, title: 'A' } },
    { properties: { sheetId: 1, tabColorStyle: { rgbColor: { red: 1 } } }, data: [] },
  ],
}

function thrown(work: () => unknown): ApiError {
  try {
    work()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('applyFieldMask', () => {
  it.each([
    ['', spreadsheet],
    ['*', spreadsheet],
    ['spreadsheetId', { spreadsheetId: 'id' }],
    [
      'sheets.properties.tabColorStyle',
      { sheets: [{ properties: {} }, { properties: { tabColorStyle: { rgbColor: { red: 1 } } } }] },
    ],
    [
      'sheets/properties/sheet_id,properties(title)',
      { sheets: [{ properties: { sheetId: 0 } }, { properties: { sheetId: 1 } }], properties: { title: 't' } },
    ],
    [
      'sheets(properties(sheetId,title))',
      { sheets: [{ properties: { sheetId: 0, title: 'A' } }, { properties: { sheetId: 1 } }] },
    ],
    ['sheets.data', { sheets: [{}, { data: [] }] }],
    ['properties.title,properties', { properties: spreadsheet.properties }],
    ['properties,properties.title', { properties: spreadsheet.properties }],
    ['sheets.*.sheetId', { sheets: [{ properties: { sheetId: 0 } }, { properties: { sheetId: 1 } }] }],
    ['namedRanges', {}],
  ])('%s', (mask, expected) => {
    expect(applyFieldMask(parseFieldMask('Spreadsheet', mask), spreadsheet)).toEqual(expected)
  })

  it('takes blanks in a mask of Drive, where any key of a map may follow', () => {
    const mask = parseFieldMask('File', 'id, appProperties/kind')
    expect(applyFieldMask(mask, { id: '1', name: 'n', appProperties: { kind: 'x' } })).toEqual({
      id: '1',
      appProperties: { kind: 'x' },
    })
  })
})

describe('an unknown path', () => {
  it('is refused as recorded', () => {
    const field = 'sheets.sheetProperties'
    const description = `Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'.`
    const { status, body } = thrown(() => parseFieldMask('Spreadsheet', 'sheets.sheetProperties'))
    expect(status).toBe(400)
    expect(body).toEqual({
      error: {
        code: 400,
        message: 'Request contains an invalid argument.',
        status: 'INVALID_ARGUMENT',
        details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] }],
      },
    })
  })

  it.each(['properties, sheets', 'sheets(', 'sheets)', 'properties..title', 'properties.title.x', ','])('%s', (mask) => {
    expect(thrown(() => parseFieldMask('Spreadsheet', mask)).status).toBe(400)
  })

  it('is refused by Drive in its own words', () => {
    expect(thrown(() => parseFieldMask('FileList', 'files(id,nope)')).message).toBe('Invalid field selection files.nope')
  })
})

describe('updatePaths', () => {
  it.each([
    ['CellData', '*', ['*']],
    [
      'CellData',
      'user_entered_format(backgroundColor,textFormat/bold)',
      ['userEnteredFormat.backgroundColor', 'userEnteredFormat.textFormat.bold'],
    ],
    [
      'SheetProperties',
      'gridProperties/rowCount,gridProperties/columnCount',
      ['gridProperties.rowCount', 'gridProperties.columnCount'],
    ],
    ['CellData', 'userEnteredFormat.*', ['userEnteredFormat']],
  ])('%s %s', (typeName, mask, paths) => {
    expect(updatePaths(typeName, mask)).toEqual(paths)
  })

  it('refuses an unknown path', () => {
    expect(thrown(() => updatePaths('SheetProperties', 'titel')).status).toBe(400)
  })
})

it.each([
  ['sheets.data', 'sheets.data', true],
  ['sheets', 'sheets.data', true],
  ['sheets.data.rowData', 'sheets.data', true],
  ['sheets.properties', 'sheets.data', false],
  ['*', 'sheets.data', true],
])('mask %s includes %s: %s', (mask, path, expected) => {
  expect(maskAt(parseFieldMask('Spreadsheet', mask), path) !== undefined).toBe(expected)
})
