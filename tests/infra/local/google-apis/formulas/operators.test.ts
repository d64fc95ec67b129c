import { describe, expect, it } from 'vitest'
import { compileFormula, dependsOn, functionsUsed } from '../../../../../infra/local/google-apis/formulas/engine.ts'
import { resultOf, worldOf } from './sheet-world.ts'

const world = worldOf(
  {
    Main: [
      ['name', 'count', true],
      ['a', 2, null],
      ['B', 3, ''],
    ],
    "It's, here": [[7]],
    数据: [[8]],
  },
  {
    namedRange: (name) =>
      name.toLowerCase() === 'counts' ? { sheetId: 0, startRow: 1, endRow: 3, startColumn: 1, endColumn: 2 } : undefined,
  },
)

describe('precedence and literals', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=2^-1', 0.5],
    ['=50%+1', 1.5],
    ['=200%%', 0.02],
    ['=(1+2)*3', 9],
    ['=1+1&"x"', '2x'],
    ['="a"&"b"="AB"', true],
    ['=1&2=12', false],
    ['=1<2=TRUE', true],
    ['="say ""hi"""', 'say "hi"'],
    ['=1e3+.5', 1000.5],
    ['= 1 +\n2 ', 3],
    ['=true', true],
    ['=TRUE()', true],
    ['=#N/A', '#N/A'],
    [
      '={1,2;3,4}',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['={1,2;3}', '#REF!'],
    ['={B2:B3;9}', [[2], [3], [9]]],
    ['=SUM(1;2)', 3],
    ['=1/3&""', '0.333333333333333'],
    ['=1e21&""', '1E+21'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})

describe('values of the wrong type', () => {
  it.each([
    ['="12"+1', 13],
    ['="1,234.5"+0', 1234.5],
    ['="2024-01-05"+0', 45296],
    ['="x"+1', '#VALUE!'],
    ['=""+1', '#VALUE!'],
    ['=C2+1', 1],
    ['=TRUE+1', 2],
    ['=1/0', '#DIV/0!'],
    ['=C2=0', true],
    ['=C2=""', true],
    ['=C2=FALSE', true],
    ['=5<"a"', true],
    ['="z"<FALSE', true],
    ['=NOT("x")', '#VALUE!'],
    ['=#REF!+1', '#REF!'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})

describe('references', () => {
  it.each([
    ['=B2', 2],
    ['=$B$3', 3],
    ["='It''s, here'!A1", 7],
    ['=数据!A1', 8],
    ['=main!B2', 2],
    ['=Counts', 2],
    ['=SUM(counts)', 5],
    ['=SUM(B2:B)', 5],
    ['=SUM(B:B)', 5],
    ['=SUM(2:2)', 2],
    ['=SUM(B1:INDEX(B:B,2))', 2],
    ['=B1:B3', 2],
    ['=A1:C1', '#VALUE!'],
    ['=Missing!A1', '#REF!'],
    ['=AB1', '#REF!'],
    ['=nothing', '#NAME?'],
    ['=A1B', '#NAME?'],
    ['=NOTHING(1)', '#NAME?'],
    ['=IMPORTRANGE("x","A1")', '#N/A'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})

it.each(['=1+', '=(1', '=SUM(1', '={1,2', '="open', '=1 2', '=§', '=,', `=${'('.repeat(500)}1`])(
  '%s is an #ERROR!',
  (formula) => {
    expect(resultOf(formula, world)).toBe('#ERROR!')
  },
)

it('lists functions and references of a formula', () => {
  const formula = compileFormula('=if(Sum(A1:A)>0,-B2%,Other!C:C)')
  expect(functionsUsed(formula)).toEqual(['IF', 'SUM'])
  expect(dependsOn(formula).map(({ sheet }) => sheet)).toEqual([undefined, undefined, 'Other'])
})
