import { expect, it } from 'vitest'
import { cpuMillisecondsOf } from '../../../../support/cpu-time.ts'
import { type Cells, resultOf, worldOf } from './sheet-world.ts'

const ROWS = 20_000
const text = (range: string) => `IF(ISNUMBER(${range}),TEXT(${range},"0.0000"),TO_TEXT(${range}))`
const key = `TO_TEXT(A1:A)&"|"&TO_TEXT(B1:B)&"|"&${text('C1:C')}`
const escapedKey = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${key},"~","~~"),"*","~*"),"?","~?")`
const statusFormula =
  `=ARRAYFORMULA(IF(ROW(A1:A)=ROW(A1),{"status","hint"},IF(LEN(TRIM(TO_TEXT(A1:A)&TO_TEXT(B1:B)&TO_TEXT(C1:C)))=0,"",` +
  `IFNA(VLOOKUP(${escapedKey},'_status'!A:C,{2,3},FALSE),IFNA(VLOOKUP(A1:A,'_status'!D:E,{2,2},FALSE),{"pending",""})))))`

const main: Cells = Array.from({ length: ROWS }, (_, row) => [row % 1000 === 0 ? `p*${row}` : `p${row}`, '2024-01', row / 8])
const status: Cells = main.map(([project = null, month, value], row) =>
  row % 2 === 0 ? [`${project}|${month}|${Number(value).toFixed(4)}`, 'ok', row] : ['', '', '', project, 'partly'],
)
const world = worldOf({ Main: main, _status: status })

it('evaluates a status column over 20,000 rows within a second', () => {
  let result: unknown[][] = []
  const spent = cpuMillisecondsOf(() => {
    result = resultOf(statusFormula, world) as unknown[][]
  })
  expect(spent).toBeLessThan(1000)
  expect(result).toHaveLength(ROWS)
  expect(result[0]).toEqual(['status', 'hint'])
  expect(result[2]).toEqual(['ok', 2])
  expect(result[ROWS - 1]).toEqual(['partly', 'partly'])
})

it('evaluates 2,000 lookups in cells of their own when the world keeps what was read', () => {
  const keeping = worldOf({ Main: main, _status: status }, { memo: new Map() })
  const spent = cpuMillisecondsOf(() => {
    for (let row = 0; row < 2000; row++) {
      const key = `SUBSTITUTE(A${row + 1},"*","~*")&"|2024-01|"&TEXT(C${row + 1},"0.0000")`
      expect(resultOf(`=VLOOKUP(${key},'_status'!A:C,2,FALSE)`, keeping)).toBe(row % 2 ? '#N/A' : 'ok')
    }
  })
  expect(spent).toBeLessThan(1000)
})
