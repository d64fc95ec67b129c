import type { Day } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { NO_MEMORY, rowKey } from '../model/row-key.ts'
import type { Settings } from '../model/settings.ts'
import type { Submission } from '../model/submission.ts'
import type { CellValue, ColumnKey, TabCells } from '../model/tabs.ts'
import type { JudgedRow, RowCounts, RowMemory, TypedRow } from '../model/verdict.ts'
import { addProblem } from './add-problem.ts'
import { isBlank } from './clean-text.ts'
import type { Columns } from './find-columns.ts'
import { judgeInOrder } from './judge-in-order.ts'
import { markedCells } from './marked-cells.ts'
import { ROW_RULES } from './rules/list.ts'
import type { Circumstances } from './rules/rule.ts'
import { explains, memoryAfter, verdictOf } from './settle-row.ts'
import { rowReader, type ShapedRow } from './shape-row.ts'
import type { Table } from './table.ts'

/** What the rows of Submissions are judged from. */
export interface SubmissionsToJudge {
  cells: TabCells
  columns: Columns
  register: readonly Enterprise[]
  settings: Settings
  /** The day of the run in the plan's time zone; also for a run about an earlier as-of day. */
  today: Day
  /** By `rowKey` of the row as typed. */
  memory: ReadonlyMap<string, RowMemory>
}

/** Every row with its verdict, in the sheet's order, and the figures that count. */
export interface JudgedSubmissions {
  rows: JudgedRow[]
  counts: RowCounts
  submissions: Submission[]
}

/** Judges every row of Submissions by the rules of product.md, "Judging a row". Nothing is thrown: a bad row is a verdict. */
export function judgeSubmissions(input: SubmissionsToJudge): JudgedSubmissions {
  const table: Table = { tab: 'submissions', cells: input.cells, columns: input.columns }
  const circumstances: Circumstances = { settings: input.settings, today: input.today, marked: markedCells(table) }
  const shaped = shapeRows(table, input)
  for (const row of shaped) judgeAlone(table, row, circumstances)
  const counting = new Set<ShapedRow>()
  for (const [enterprise, own] of byEnterprise(shaped)) {
    for (const row of judgeInOrder(table, enterprise, own, circumstances)) counting.add(row)
  }
  return settled(shaped, counting, circumstances)
}

/** Reads the rows that show anything in a cell that people type. */
function shapeRows(table: Table, { register, today, memory }: SubmissionsToJudge): ShapedRow[] {
  const reader = rowReader(table, register, today)
  const typedAt = typedRows(table)
  const shaped: ShapedRow[] = []
  for (let index = table.columns.headerRow + 1; index < table.cells.rows.length; index += 1) {
    const typed = typedAt(table.cells.rows[index]!)
    if (isBlankRow(typed)) continue
    const remembered = memory.size === 0 ? NO_MEMORY : (memory.get(rowKey(typed)) ?? NO_MEMORY)
    shaped.push(reader.shape(index + 1, typed, remembered))
  }
  return shaped
}

function typedRows({ columns }: Table): (cells: readonly CellValue[]) => TypedRow {
  // A column that is not there lies beyond every row, so it reads as empty.
  const at = (column: ColumnKey): number => columns.index[column] ?? Number.MAX_SAFE_INTEGER
  const period = at('period')
  const enterprise = at('enterprise')
  const creditCode = at('creditCode')
  const outputYtd = at('outputYtd')
  const outputMonth = at('outputMonth')
  const outputYtdLastYear = at('outputYtdLastYear')
  const valueAddedYtd = at('valueAddedYtd')
  const explanation = at('explanation')
  return (cells) => ({
    period: filled(cells[period]),
    enterprise: filled(cells[enterprise]),
    creditCode: filled(cells[creditCode]),
    outputYtd: filled(cells[outputYtd]),
    outputMonth: filled(cells[outputMonth]),
    outputYtdLastYear: filled(cells[outputYtdLastYear]),
    valueAddedYtd: filled(cells[valueAddedYtd]),
    explanation: filled(cells[explanation]),
  })
}

/** Google sends an empty cell between others as an empty text. */
const filled = (cell: CellValue | undefined): CellValue => (cell === undefined || cell === '' ? null : cell)

const isBlankRow = (typed: TypedRow): boolean =>
  isBlank(typed.period) &&
  isBlank(typed.enterprise) &&
  isBlank(typed.creditCode) &&
  isBlank(typed.outputYtd) &&
  isBlank(typed.outputMonth) &&
  isBlank(typed.outputYtdLastYear) &&
  isBlank(typed.valueAddedYtd) &&
  isBlank(typed.explanation)

function judgeAlone(table: Table, row: ShapedRow, circumstances: Circumstances): void {
  for (const rule of ROW_RULES) {
    const finding = rule(row, circumstances)
    if (finding) addProblem(table, row, finding.column, finding.rule, finding.facts)
  }
}

function byEnterprise(shaped: readonly ShapedRow[]): Map<Enterprise, ShapedRow[]> {
  const groups = new Map<Enterprise, ShapedRow[]>()
  for (const row of shaped) {
    if (row.enterprise === null || row.month === null) continue
    const own = groups.get(row.enterprise)
    if (own) own.push(row)
    else groups.set(row.enterprise, [row])
  }
  return groups
}

function settled(
  shaped: readonly ShapedRow[],
  counting: ReadonlySet<ShapedRow>,
  { settings, today }: Circumstances,
): JudgedSubmissions {
  const counts: RowCounts = { read: shaped.length, accepted: 0, noted: 0, held: 0, rejected: 0 }
  const submissions: Submission[] = []
  const rows = shaped.map((row): JudgedRow => {
    const verdict = verdictOf(row)
    counts[verdict] += 1
    const submission = counting.has(row) ? submissionOf(row) : null
    if (submission) submissions.push(submission)
    return {
      row: row.row,
      typed: row.typed,
      enterprise: row.enterprise?.id ?? null,
      month: row.month,
      outputYtdYuan: row.outputYtdYuan,
      verdict,
      submission,
      problems: row.problems,
      explanationOutdated: verdict === 'held' && row.words !== '' && !explains(row),
      memory: memoryOf(row),
    }
  })
  return { rows, counts, submissions }

  function memoryOf(row: ShapedRow): RowMemory {
    const kept = row.copyOf !== null && rowKey(row.copyOf.typed) === rowKey(row.typed) ? row.copyOf : row
    return memoryAfter(kept, verdictOf(kept), settings, today)
  }
}

const submissionOf = (row: ShapedRow): Submission => ({
  enterprise: row.enterprise!.id,
  month: row.month!,
  outputYtdYuan: row.outputYtdYuan!,
  outputMonthYuan: row.outputMonthYuan,
  outputYtdLastYearYuan: row.outputYtdLastYearYuan,
  valueAddedYtdYuan: row.valueAddedYtdYuan,
  row: row.row,
})
