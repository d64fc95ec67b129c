import type { Day } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { MAX_YUAN, tenThousandFromYuan, type Yuan, yuanFromTenThousand } from '../model/money.ts'
import { formatMonth, type Month } from '../model/month.ts'
import type { Problem, Rule, Severity } from '../model/problem.ts'
import type { CellValue, ColumnKey } from '../model/tabs.ts'
import type { RowMemory, TypedRow } from '../model/verdict.ts'
import { cleanText, cutText, isPlaceholder, textOf } from './clean-text.ts'
import { foldName, indexNames, type NameIndex, readWho, type WhoReading } from './read-name.ts'
import { readNumber } from './read-number.ts'
import { type PeriodReading, readPeriod } from './read-period.ts'
import { isSubtotalLabel } from './subtotal.ts'
import { type Facts, problemAt, type Table } from './table.ts'

/** A row of Submissions as read: what it says, as far as it can be told, and what is wrong with it so far. */
export interface ShapedRow {
  row: number
  typed: TypedRow
  memory: RowMemory
  /** A subtotal among the rows: never counted. */
  subtotal: boolean
  month: Month | null
  enterprise: Enterprise | null
  outputYtdYuan: Yuan | null
  outputMonthYuan: Yuan | null
  outputYtdLastYearYuan: Yuan | null
  valueAddedYtdYuan: Yuan | null
  /** Output of the month alone, once the months before are known. */
  ownMonthYuan: Yuan | null
  /** The explanation, cleaned; empty when there is none. */
  words: string
  problems: Problem[]
  /** The row that counts for the same enterprise and month, where this one doesn't. */
  copyOf: ShapedRow | null
}

type FigureColumn = 'outputYtd' | 'outputMonth' | 'outputYtdLastYear' | 'valueAddedYtd'

/** Reads rows one after the other; remembers periods and names that it has seen, because a tab repeats them. */
export interface RowReader {
  shape: (row: number, typed: TypedRow, memory: RowMemory) => ShapedRow
}

const LONGEST_WORDS = 2000
const LONGEST_REMEMBERED = 60
/** Suggestions compare with the whole register; beyond so many unknown names somebody pasted the wrong list. */
const MOST_SUGGESTIONS = 500

export const addProblem = (
  table: Table,
  shaped: ShapedRow,
  column: ColumnKey<'submissions'> | null,
  rule: Rule,
  facts: Facts,
  severity?: Severity,
): void => {
  // The empty list is shared by the clean rows.
  if (shaped.problems === NO_PROBLEMS) shaped.problems = []
  shaped.problems.push(problemAt(table, shaped.row, column, rule, facts, severity))
}
const NO_PROBLEMS: Problem[] = []

/** A reader of the rows of Submissions for a register, on a day. */
export function rowReader(table: Table, register: readonly Enterprise[], today: Day): RowReader {
  const index = indexNames(register)
  const periods = new Map<CellValue, PeriodReading>()
  const names = namesAsTyped(index)
  const others = new Map<string, WhoReading>()

  const periodOf = (cell: CellValue): PeriodReading => {
    let reading = periods.get(cell)
    if (reading) return reading
    reading = readPeriod(cell, today)
    if (typeof cell !== 'string' || cell.length <= LONGEST_REMEMBERED) periods.set(cell, reading)
    return reading
  }
  const whoOf = (typed: TypedRow): WhoReading => {
    const name = textOf(typed.enterprise)
    const key = `${typeof typed.creditCode}|${textOf(typed.creditCode)}|${name}`
    let reading = others.get(key)
    if (reading) return reading
    reading = readWho(index, typed.enterprise, typed.creditCode, others.size < MOST_SUGGESTIONS)
    if (key.length <= LONGEST_REMEMBERED * 2) others.set(key, reading)
    return reading
  }

  const shape: RowReader['shape'] = (row, typed, memory) => {
    const shaped: ShapedRow = {
      row,
      typed,
      memory,
      subtotal: false,
      month: null,
      enterprise: null,
      outputYtdYuan: null,
      outputMonthYuan: null,
      outputYtdLastYearYuan: null,
      valueAddedYtdYuan: null,
      ownMonthYuan: null,
      words: typed.explanation === null ? '' : wordsOf(typed.explanation),
      problems: NO_PROBLEMS,
      copyOf: null,
    }
    const known = typed.creditCode === null ? names.get(typed.enterprise) : undefined
    const period = periodOf(typed.period)
    if (
      (known === undefined && isSubtotalLabel(typed.enterprise)) ||
      (period.kind !== 'month' && isSubtotalLabel(typed.period))
    ) {
      shaped.subtotal = true
      addProblem(table, shaped, isSubtotalLabel(typed.period) ? 'period' : 'enterprise', 'subtotal-row', {})
      return shaped
    }
    takePeriod(table, shaped, period)
    if (known) shaped.enterprise = known
    else takeWho(table, shaped, whoOf(typed))
    shaped.outputYtdYuan = figure(table, shaped, 'outputYtd')
    if (typed.outputMonth !== null) shaped.outputMonthYuan = figure(table, shaped, 'outputMonth')
    if (typed.outputYtdLastYear !== null) shaped.outputYtdLastYearYuan = figure(table, shaped, 'outputYtdLastYear')
    if (typed.valueAddedYtd !== null) shaped.valueAddedYtdYuan = figure(table, shaped, 'valueAddedYtd')
    return shaped
  }
  return { shape }
}

/** Names exactly as the register has them and only one enterprise has: what a drop-down yields. */
function namesAsTyped(index: NameIndex): ReadonlyMap<CellValue, Enterprise> {
  const own = index.register.filter((one) => index.exact.get(foldName(one.name))!.length === 1)
  return new Map(own.map((one) => [one.name, one]))
}

function wordsOf(cell: CellValue): string {
  const text = cleanText(textOf(cell))
  return isPlaceholder(text) ? '' : cutText(text, LONGEST_WORDS)
}

function takePeriod(table: Table, shaped: ShapedRow, reading: PeriodReading): void {
  if (reading.kind === 'month') {
    shaped.month = reading.month
    if (reading.normalised) addProblem(table, shaped, 'period', 'normalised-period', { month: formatMonth(reading.month) })
  } else if (reading.kind === 'missing') addProblem(table, shaped, 'period', 'missing-period', {})
  else addProblem(table, shaped, 'period', reading.rule, reading.why === null ? {} : { why: reading.why })
}

function takeWho(table: Table, shaped: ShapedRow, reading: WhoReading): void {
  if (reading.kind === 'fault') {
    addProblem(table, shaped, reading.column, reading.rule, reading.facts)
    return
  }
  shaped.enterprise = reading.enterprise
  if (reading.variant) addProblem(table, shaped, 'enterprise', 'normalised-name', { name: reading.enterprise.name })
}

/** The amount of a figure cell. A bad optional cell is left out with a note, so that it doesn't reject a good output. */
function figure(table: Table, shaped: ShapedRow, column: FigureColumn): Yuan | null {
  const required = column === 'outputYtd'
  const reading = readNumber(shaped.typed[column], '万元')
  if (reading.kind === 'missing') {
    if (required) addProblem(table, shaped, column, 'missing-output', {})
    return null
  }
  let rule: Rule | null = null
  let facts: Facts = {}
  let yuan: Yuan | null = null
  if (reading.kind === 'fault') {
    rule = reading.rule
    facts = { ...(reading.why && { why: reading.why }), ...(reading.meant && { meant: reading.meant }) }
  } else {
    yuan = yuanFromTenThousand(reading.value)
    if (yuan === null || Math.abs(yuan) > MAX_YUAN) {
      rule = 'unreadable-number'
      facts = { why: 'too-large' }
    } else if (column === 'outputYtdLastYear' && yuan < 0) rule = 'negative-output'
  }
  if (rule !== null) {
    if (required) addProblem(table, shaped, column, rule, facts)
    else addProblem(table, shaped, column, 'left-out-cell', { ...facts, reason: rule })
    return null
  }
  if (reading.kind === 'value' && yuan !== null) {
    if (reading.normalised) addProblem(table, shaped, column, 'normalised-number', { value: String(reading.value) })
    if (changesWhenRounded(reading.value, yuan))
      addProblem(table, shaped, column, 'rounded', { value: String(tenThousandFromYuan(yuan)) })
  }
  return yuan
}

/** Sheets show 15 digits: a difference beyond them is the dust of binary fractions, not something that somebody typed (B24). */
const changesWhenRounded = (tenThousandYuan: number, yuan: Yuan): boolean =>
  Math.abs(tenThousandYuan * 1e4 - yuan) > Math.max(1e-5, Math.abs(yuan) * 1e-14)
