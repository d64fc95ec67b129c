import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../../../infra/local/google-apis/errors.ts'
import { normalizeBody } from '../../../../../infra/local/google-apis/schema/validate.ts'
import { cpuMillisecondsOf } from '../../../../support/cpu-time.ts'

/** What Google's message says about the body, undefined when it is accepted. */
function refusal(typeName: string, body: unknown): string | undefined {
  try {
    normalizeBody(typeName, body)
  } catch (error) {
    if (error instanceof ApiError) return error.message
    throw error
  }
  return undefined
}

describe('a body that Google accepts', () => {
  it('may use snake_case, a single object for a list, and integers as texts', () => {
    const body = {
      requests: {
        insert_dimension: {
          range: { sheetId: '5', dimension: 'ROWS', start_index: 1.0, endIndex: 2 },
          inherit_from_before: false,
        },
      },
      include_spreadsheet_in_response: true,
    }
    expect(normalizeBody('BatchUpdateSpreadsheetRequest', body)).toEqual({
      requests: [
        { insertDimension: { range: { sheetId: 5, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, inheritFromBefore: false } },
      ],
      includeSpreadsheetInResponse: true,
    })
  })

  it('keeps every value of a value range, null among them', () => {
    const body = { range: 'A1', values: [['a', 1, true, null, '']] }
    expect(normalizeBody('ValueRange', body)).toEqual(body)
  })

  it('drops fields that are null', () => {
    expect(normalizeBody('ColorStyle', { rgbColor: null })).toEqual({})
  })

  it('reads maps by their free keys', () => {
    const body = { filter: { range: { sheetId: 0 }, criteria: { 3: { hidden_values: 'x' } } } }
    expect(normalizeBody('SetBasicFilterRequest', body)).toEqual({
      filter: { range: { sheetId: 0 }, criteria: { 3: { hiddenValues: ['x'] } } },
    })
  })

  it('may be absent', () => {
    expect(normalizeBody('ClearValuesRequest', undefined)).toEqual({})
  })

  it('may hold names that Drive does not know', () => {
    expect(normalizeBody('File', { name: 'a', title: 'b', modifiedTime: 'x' })).toEqual({ name: 'a', modifiedTime: 'x' })
  })
})

describe('a body that Google refuses', () => {
  it('answers an unknown name with the recorded envelope', () => {
    const description = `Invalid JSON payload received. Unknown name "noSuchRequest" at 'requests[0]': Cannot find field.`
    const fieldViolations = [{ field: 'requests[0]', description }]
    expect(() => normalizeBody('BatchUpdateSpreadsheetRequest', { requests: [{ noSuchRequest: {} }] })).toThrow(
      expect.objectContaining({
        status: 400,
        body: {
          error: {
            code: 400,
            message: description,
            status: 'INVALID_ARGUMENT',
            details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }],
          },
        },
      }),
    )
  })

  it.each([
    ['ValueRange', { values: 'X' }, `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"`],
    ['ValueRange', { values: ['a'] }, `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "a"`],
    ['ValueRange', { data: [] }, `Invalid JSON payload received. Unknown name "data" at 'data': Cannot find field.`],
    ['BatchUpdateSpreadsheetRequest', { other: 1 }, `Invalid JSON payload received. Unknown name "other": Cannot find field.`],
    [
      'Spreadsheet',
      { properties: { title: ['a'] } },
      `Invalid JSON payload received. Unknown name "title" at 'spreadsheet.properties': Proto field is not repeating, cannot start list.`,
    ],
    [
      'BatchUpdateSpreadsheetRequest',
      { requests: [{ updateSheetProperties: { properties: { headerValues: [] } } }] },
      `Invalid JSON payload received. Unknown name "headerValues" at 'requests[0].update_sheet_properties.properties': Cannot find field.`,
    ],
    ['GridRange', { sheetId: 'abc' }, `Invalid value at 'sheet_id' (TYPE_INT32), "abc"`],
    ['GridRange', { sheetId: 1.5 }, `Invalid value at 'sheet_id' (TYPE_INT32), 1.5`],
    ['GridRange', { sheetId: 3_000_000_000 }, `Invalid value at 'sheet_id' (TYPE_INT32), 3000000000`],
    ['SheetProperties', { hidden: 'yes' }, `Invalid value at 'hidden' (TYPE_BOOL), "yes"`],
    ['SheetProperties', { title: 5 }, `Invalid value at 'title' (TYPE_STRING), 5`],
    ['Color', { red: 'x' }, `Invalid value at 'red' (TYPE_FLOAT), "x"`],
    [
      'DimensionRange',
      { dimension: 'ROW' },
      `Invalid value at 'dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "ROW"`,
    ],
    ['GridRange', 'A1', `Invalid value at '' (type.googleapis.com/google.apps.sheets.v4.GridRange), "A1"`],
    [
      'ExtendedValue',
      { stringValue: 'a', numberValue: 1 },
      `Invalid value at '' (oneof), oneof field 'value' is already set. Cannot set 'numberValue'`,
    ],
  ])('%s %j', (typeName, body, message) => {
    expect(refusal(typeName, body)).toBe(message)
  })

  it('names everything that is wrong', () => {
    const message = refusal('BatchUpdateSpreadsheetRequest', { requests: [{ a: 1 }, { b: 1 }] })
    expect(message?.split('\n')).toHaveLength(2)
  })
})

it('reads 20,000 rows in under 200 ms', () => {
  const cell = { userEnteredValue: { stringValue: 'x' }, userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.0' } } }
  const rows = Array.from({ length: 20_000 }, () => ({ values: [cell, cell, cell, cell] }))
  const body = { requests: [{ updateCells: { rows, fields: '*', start: { sheetId: 1 } } }] }
  normalizeBody('BatchUpdateSpreadsheetRequest', body)
  expect(cpuMillisecondsOf(() => void normalizeBody('BatchUpdateSpreadsheetRequest', body))).toBeLessThan(200)
})
