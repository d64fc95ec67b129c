import { describe, expect, it } from 'vitest'
import { resultOf, worldOf } from './sheet-world.ts'

const world = worldOf({
  Main: [
    ['a', 1, 10],
    ['b', 2, 20],
    ['a', 3, null],
  ],
  Long: [[1], [2], [3], [4], [5]],
})

describe('ARRAYFORMULA', () => {
  it.each([
    ['=ARRAYFORMULA(A1:A&B1:B)', [['a1'], ['b2'], ['a3']]],
    [
      '=ARRAYFORMULA(B1:B3*{1,10})',
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    ],
    ['=ARRAYFORMULA(B1:B3+B1:B2)', [[2], [4], ['#N/A']]],
    [
      '=ARRAYFORMULA(IF(B1:B3>1,{"x","y"},"none"))',
      [
        ['none', 'none'],
        ['x', 'y'],
        ['x', 'y'],
      ],
    ],
    ['=ARRAYFORMULA(SUM(B1:B*2))', 12],
    ['=ARRAYFORMULA(ROW(A1:A3))', [[1], [2], [3]]],
    ['=ARRAYFORMULA(COLUMN(A1:C1))', [[1, 2, 3]]],
    ['=ARRAYFORMULA(1/(B1:B3-2))', [[-1], ['#DIV/0!'], [1]]],
    ['=ARRAYFORMULA(IFERROR(1/(B1:B3-2),0))', [[-1], [0], [1]]],
    ['=ARRAYFORMULA(TO_TEXT(B1:B2))', [['<1>'], ['<2>']]],
    ['=ARRAYFORMULA(LEN(C1:C))', [[2], [2], [0]]],
    ['=ARRAYFORMULA(COUNTIF(A1:A,A1:A))', [[2], [1], [2]]],
    ['=ARRAYFORMULA(LET(x,B1:B,x*x))', [[1], [4], [9]]],
    ['=ARRAYFORMULA(AND(B1:B>0))', true],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })

  it('reads open ranges of two sheets to the end of the longer one', () => {
    expect(resultOf('=ARRAYFORMULA(B1:B+Long!A1:A)', world)).toEqual([[2], [4], [6], [4], [5]])
  })

  it('does not grow with a table that is only looked up', () => {
    expect(resultOf('=ARRAYFORMULA(VLOOKUP(B1:B,Long!A:A,1,FALSE))', world)).toEqual([[1], [2], [3]])
  })
})

describe('outside of ARRAYFORMULA', () => {
  it.each([
    ['=B1:B3*2', 4],
    ['={1,2,3}*2', 2],
    ['=ROW(A3:A5)', 3],
    ['=LEN(A1:A3)', 1],
    ['=IF(B1:B3>1,"yes","no")', 'yes'],
    ['=IFERROR(A7:B9+1,"caught")', 'caught'],
    ['=IFERROR(FILTER(A1:A3,B1:B3>9),"none")', 'none'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})

describe('functions that make arrays', () => {
  it.each([
    ['=UNIQUE(A1:A)', [['a'], ['b']]],
    [
      '=SORT(A1:B3,2,FALSE)',
      [
        ['a', 3],
        ['b', 2],
        ['a', 1],
      ],
    ],
    [
      '=SORT(A1:B3,1,TRUE,2,FALSE)',
      [
        ['a', 3],
        ['a', 1],
        ['b', 2],
      ],
    ],
    ['=FILTER(A1:B3,A1:A3="a",B1:B3>1)', [['a', 3]]],
    ['=FILTER(A1:A3,B1:B3>9)', '#N/A'],
    ['=FILTER(A1:A3,B1:B2>0)', '#N/A'],
    [
      '=TRANSPOSE(A1:B2)',
      [
        ['a', 'b'],
        [1, 2],
      ],
    ],
    ['=FLATTEN(A1:B2)', [['a'], [1], ['b'], [2]]],
    [
      '=SEQUENCE(2,2)',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['=SEQUENCE(3,,5)', [[5], [6], [7]]],
    ['=SUMPRODUCT((A1:A3="a")*B1:B3)', 4],
    ['=SUMPRODUCT(B1:B2,C1:C2)', 50],
    ['=SUMPRODUCT(B1:B2,C1:C3)', '#VALUE!'],
    ['=INDEX(A1:B3,2)', [['b', 2]]],
    ['=INDEX(A1:B3,0,2)', [[1], [2], [3]]],
    ['=INDEX(A1:B3,,2)', [[1], [2], [3]]],
    ['=INDEX(A:A,900)', null],
    ['=INDEX(A1:B3,4,1)', '#NUM!'],
    [
      '=OFFSET(A1,1,0,2,2)',
      [
        ['b', 2],
        ['a', 3],
      ],
    ],
    ['=SUM(OFFSET(B1,0,0,2))', 3],
    ['=INDIRECT("B"&2)', 2],
    ['=SUM(INDIRECT("Long!A2:A"))', 14],
    ['=INDIRECT("nowhere")', '#REF!'],
    ['=ROWS(A:A)', 1000],
    ['=COLUMNS(A:C)', 3],
    ['=SEQUENCE(100000,1000)', '#ERROR!'],
    ['=ARRAYFORMULA(SEQUENCE(9999)*SEQUENCE(1,9999))', '#ERROR!'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})
