import { hasContent } from '../../infra/local/google-apis/cell.ts'
import type { PersonEdit } from '../../infra/local/google-apis/editors.ts'
import type { JsonObject } from '../../infra/local/google-apis/json.ts'
import type { Sheet } from '../../infra/local/google-apis/sheet.ts'
import { type CellValue, COLUMNS, columnLetters } from '../../shared/model/tabs.ts'

/** Columns of Submissions that people type. */
const WIDTH = COLUMNS.submissions.indexOf('status')

export const ENTERPRISES = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司', '丁食品有限公司'] as const

/** What people might type into each column: mostly right, so that verdicts of all kinds come about. */
const CHOICES: readonly (readonly CellValue[])[] = [
  ['2025-02', '2025-03', '2025-03', '2025年3月', '2025-09', '三四', null],
  [...ENTERPRISES, ...ENTERPRISES, '甲铸造', '无名厂', null],
  [null, null, null, '91370124MA3C0XYZ12'],
  [10, 20, 20, 30, 60, 400, '1,200', '约5', null, 0],
  [null, null, 10, 20],
  [null, null, 15],
  [null, null, null, 5, 500],
  [null, null, null, '停产检修', '核减'],
]
const FEWEST_ROWS = 6
const MOST_ROWS = 24

/** Rows of the tab, from 1 and below the header, that hold anything people typed. */
const filledRows = ({ grid }: Sheet): number[] =>
  Array.from({ length: grid.usedRows }, (_, row) => row + 1).filter(
    (row) =>
      row > 1 &&
      Array.from(grid.cells(row - 1) ?? [])
        .slice(0, WIDTH)
        .some(hasContent),
  )

/** One thing that a busy clerk might do in Submissions at this moment: type, insert, copy, delete, sort. */
export function clerksEdit(random: () => number, sheet: Sheet): PersonEdit {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const filled = filledRows(sheet)
  const row = pick(filled)
  const { sheetId, title } = sheet
  const choice = random()
  if (choice < 0.4) {
    const column = Math.floor(random() * WIDTH)
    return { kind: 'requests', requests: [typing(sheetId, row - 1, column, [pick(CHOICES[column]!)])] }
  }
  if (choice < 0.6 && filled.length < MOST_ROWS) return inserting(sheetId, row, CHOICES.map(pick))
  if (choice < 0.7 && filled.length < MOST_ROWS) {
    const copied = Array.from(sheet.grid.cells(row - 1) ?? []).slice(0, WIDTH)
    return inserting(
      sheetId,
      row,
      copied.map((slot) => (typeof slot === 'object' ? (slot.value ?? null) : (slot ?? null))),
    )
  }
  if (choice < 0.8 && filled.length > FEWEST_ROWS) return { kind: 'deleteRow', sheet: title, row }
  if (choice < 0.85) return { kind: 'insertRow', sheet: title, row }
  return { kind: 'sort', sheet: title, column: columnLetters(Math.floor(random() * WIDTH)), descending: random() < 0.5 }
}

const typing = (sheetId: number, rowIndex: number, columnIndex: number, cells: readonly CellValue[]): JsonObject => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: cells.map((cell) => (cell === null ? {} : { userEnteredValue: entered(cell) })) }],
    fields: 'userEnteredValue',
  },
})

const entered = (cell: string | number | boolean): JsonObject =>
  typeof cell === 'number' ? { numberValue: cell } : typeof cell === 'boolean' ? { boolValue: cell } : { stringValue: cell }

/** A new row before the row (from 1), filled at once as by a paste. */
const inserting = (sheetId: number, row: number, cells: readonly CellValue[]): PersonEdit => ({
  kind: 'requests',
  requests: [
    { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row } } },
    typing(sheetId, row - 1, 0, cells),
  ],
})
