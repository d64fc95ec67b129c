import { describe, expect, it } from 'vitest'
import {
  type ReferenceEdit,
  renameSheetReferences,
  rewriteReferences,
  translateReferences,
} from '../../../../../infra/local/google-apis/formulas/references.ts'

const onOwnSheet = { sheetId: 0, sheetTitle: 'Data set', ownSheet: true, dimension: 'ROWS' } as const

describe('inserted, deleted and moved rows', () => {
  it.each<[string, Pick<ReferenceEdit, 'kind' | 'start' | 'end' | 'to'>, string]>([
    ['=SUM(A1:A10)+$B$5+A5:A', { kind: 'insert', start: 2, end: 4 }, '=SUM(A1:A12)+$B$7+A7:A'],
    ['=A3', { kind: 'insert', start: 2, end: 3 }, '=A4'],
    ['=A1:A3', { kind: 'insert', start: 3, end: 5 }, '=A1:A3'],
    ['=a2+ b$1', { kind: 'insert', start: 9, end: 10 }, '=a2+ b$1'],
    ['=SUM(A1:A10)+$B$5+A5:A', { kind: 'delete', start: 4, end: 5 }, '=SUM(A1:A9)+#REF!+A5:A'],
    ["='Data set'!A3&Other!A3", { kind: 'delete', start: 0, end: 1 }, "='Data set'!A2&Other!A3"],
    ["='Data set'!A3", { kind: 'delete', start: 2, end: 3 }, "='Data set'!#REF!"],
    ['=SUM(A3:B4)', { kind: 'delete', start: 2, end: 4 }, '=SUM(#REF!)'],
    ['=SUM(A3:B6)', { kind: 'delete', start: 4, end: 9 }, '=SUM(A3:B4)'],
    ['=SUM(3:4)+SUM(A:A)', { kind: 'insert', start: 0, end: 1 }, '=SUM(4:5)+SUM(A:A)'],
    ['="A5"&A5&LOG10(5)', { kind: 'move', start: 4, end: 5, to: 0 }, '="A5"&A1&LOG10(5)'],
    ['=A1', { kind: 'move', start: 4, end: 5, to: 0 }, '=A2'],
    ['=SUM(A2:A4)', { kind: 'move', start: 1, end: 4, to: 8 }, '=SUM(A6:A8)'],
    ['no formula A1', { kind: 'insert', start: 0, end: 1 }, 'no formula A2'],
    ['="open', { kind: 'insert', start: 0, end: 1 }, '="open'],
  ])('%s after %j', (formula, edit, expected) => {
    expect(rewriteReferences(formula, { ...onOwnSheet, ...edit })).toBe(expected)
  })

  it('leaves the references of a formula on another sheet, except those to the edited one', () => {
    const edit = { ...onOwnSheet, ownSheet: false, kind: 'insert', start: 0, end: 1 } as const
    expect(rewriteReferences("=A5+'data set'!A5", edit)).toBe("=A5+'data set'!A6")
  })

  it('moves columns', () => {
    const edit = { ...onOwnSheet, dimension: 'COLUMNS', kind: 'insert', start: 0, end: 1 } as const
    expect(rewriteReferences('=A:A+B1+$C:$D+1:1+Z1:AA2', edit)).toBe('=B:B+C1+$D:$E+1:1+AA1:AB2')
  })
})

it.each([
  ["='Data set'!A1+\"'Data set'!A1\"", 'data set', 'Plan', '=Plan!A1+"\'Data set\'!A1"'],
  ['=Data!A1:B2+Data!#REF!', 'Data', "O'k", "='O''k'!A1:B2+'O''k'!#REF!"],
  ['=Data!A1', 'Data', '数据', '=数据!A1'],
  ['=Data!A1', 'Data', 'AB12', "='AB12'!A1"],
  ['=Database!A1', 'Data', 'x', '=Database!A1'],
])('%s when %s becomes %s', (formula, from, to, expected) => {
  expect(renameSheetReferences(formula, from, to)).toBe(expected)
})

it.each([
  ['=A1+$A$1+A$1+$A1', 2, 1, '=B3+$A$1+B$1+$A3'],
  ['=SUM(A1:B)+C:C+1:1', 1, 1, '=SUM(B2:C)+D:D+2:2'],
  ['=A1', -1, 0, '=#REF!'],
  ['=Other!A1', 1, 0, '=Other!A2'],
])('%s copied %i down and %i to the right', (formula, rows, columns, expected) => {
  expect(translateReferences(formula, rows, columns)).toBe(expected)
})
