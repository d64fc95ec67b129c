import { describe, expect, it } from 'vitest'
import { resultOf, worldOf } from './sheet-world.ts'

const world = worldOf({
  Main: [
    ['apple', 1, 'first'],
    ['Pear*', 2, 'second'],
    ['pear tree', 3, 'third'],
    ['a~b', 4, 'fourth'],
    ['apple', 5, 'fifth'],
    [10, 6, 'number'],
    ['10', 7, 'text'],
  ],
  Sorted: [
    [10, 'ten', 'x'],
    [20, 'twenty', 'y'],
    [30, 'thirty', 'z'],
  ],
  Wide: [
    ['p', 'q', 'r'],
    [1, 2, 3],
  ],
})

describe('exact lookups', () => {
  it.each([
    ['=VLOOKUP("APPLE",A1:C7,2,FALSE)', 1],
    ['=VLOOKUP("pear ~*",A1:C7,2,FALSE)', '#N/A'],
    ['=VLOOKUP("pear~*",A1:C7,2,FALSE)', 2],
    ['=VLOOKUP("pear ?ree",A1:C7,3,FALSE)', 'third'],
    ['=VLOOKUP("*tree",A1:C7,3,FALSE)', 'third'],
    ['=VLOOKUP("a~~b",A1:C7,2,FALSE)', 4],
    ['=VLOOKUP(10,A:C,3,FALSE)', 'number'],
    ['=VLOOKUP("10",A:C,3,FALSE)', 'text'],
    ['=VLOOKUP("10",A:C,3,)', 'text'],
    ['=VLOOKUP("none",A1:C7,2,FALSE)', '#N/A'],
    ['=VLOOKUP(D1,A:C,2,FALSE)', '#N/A'],
    ['=VLOOKUP("apple",A1:C7,4,FALSE)', '#REF!'],
    ['=VLOOKUP("apple",A1:C7,0,FALSE)', '#VALUE!'],
    ['=ARRAYFORMULA(VLOOKUP("apple",A1:C7,{2,3},FALSE))', [[1, 'first']]],
    [
      '=ARRAYFORMULA(IFNA(VLOOKUP({"apple";"none"},A1:C7,{2,3},FALSE),"-"))',
      [
        [1, 'first'],
        ['-', '-'],
      ],
    ],
    ['=VLOOKUP("b",{"a",1;"b",2},2,FALSE)', 2],
    ['=HLOOKUP("q",Wide!A1:C2,2,FALSE)', 2],
    ['=MATCH("pear*",A1:A7,0)', 2],
    ['=MATCH("r",Wide!A1:C1,0)', 3],
    ['=MATCH(1,A1:B7,0)', '#N/A'],
    ['=XLOOKUP("apple",A:A,B:B)', 1],
    ['=XLOOKUP("apple",A:A,B:B,,0,-1)', 5],
    ['=XLOOKUP("pear*",A:A,B:B)', 2],
    ['=XLOOKUP("*tree",A:A,B:B,"none",2)', 3],
    ['=XLOOKUP("none",A:A,B:B,"none")', 'none'],
    ['=XLOOKUP("none",A:A,B:B)', '#N/A'],
    ['=XLOOKUP("apple",A1:A7,B1:C7)', [[1, 'first']]],
    ['=XLOOKUP("q",Wide!A1:C1,Wide!A2:C2)', 2],
    ['=XLOOKUP(25,Sorted!A:A,Sorted!B:B,,-1)', 'twenty'],
    ['=XLOOKUP(25,Sorted!A:A,Sorted!B:B,,1)', 'thirty'],
    ['=XMATCH("apple",A1:A7)', 1],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})

describe('lookups in sorted data', () => {
  it.each([
    ['=VLOOKUP(25,Sorted!A1:B3,2,TRUE)', 'twenty'],
    ['=VLOOKUP(25,Sorted!A:B,2)', 'twenty'],
    ['=VLOOKUP(99,Sorted!A:B,2)', 'thirty'],
    ['=VLOOKUP(5,Sorted!A1:B3,2,TRUE)', '#N/A'],
    ['=MATCH(20,Sorted!A1:A3)', 2],
    ['=MATCH(15,{30;20;10},-1)', 2],
    ['=LOOKUP(20,Sorted!A1:A3,Sorted!C1:C3)', 'y'],
    ['=LOOKUP(25,Sorted!A1:B3)', 'twenty'],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, world)).toEqual(expected)
  })
})
