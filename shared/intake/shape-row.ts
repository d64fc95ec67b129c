import type { Day } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Yuan } from '../model/money.ts'
import { formatMonth, type Month } from '../model/month.ts'
import type { Problem } from '../model/problem.ts'
import type { CellValue } from '../model/tabs.ts'
import type { RowMemory, TypedRow } from '../model/verdict.ts'
import { addProblem, NO_PROBLEMS } from './add-problem.ts'
import { cleanText, cutText, isPlaceholder, textOf } from './clean-text.ts'
import { foldName, indexNames, type NameIndex, readWho, type WhoReading } from './read-name.ts'
import { type PeriodReading, readPeriod } from './read-period.ts'
import { isSubtotalLabel } from './subtotal.ts'
import type { Table } from './table.ts'
import { takeFigure } from './take-figure.ts'

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

/** Reads rows one after the other; remembers periods and names that it has seen, because a tab repeats them. */
export interface RowReader {
  shape: (row: number, typed: TypedRow, memory: RowMemory) => ShapedRow
}

const LONGEST_WORDS = 2000
const LONGEST_REMEMBERED = 60
/** Suggestions compare with the whole register; beyond so many unknown names somebody pasted the wrong list. */
const MOST_SUGGESTIONS = 500

/** A reader of the rows of Submissions for a register, on a day. */
export function rowReader(table: Table, register: readonly Enterprise[], today: Day): RowReader {
  const index = indexNames(register)
  const periods = new Map<CellValue, PeriodReading>()
  const names = namesAsTyped(index)
  const others = new Map<string, WhoReading>()
  let unknown = 0

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
    reading = readWho(index, typed.enterprise, typed.creditCode, unknown < MOST_SUGGESTIONS)
    if (reading.kind === 'fault' && reading.rule === 'unknown-enterprise') unknown += 1
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
    shaped.outputYtdYuan = takeFigure(table, shaped, 'outputYtd')
    if (typed.outputMonth !== null) shaped.outputMonthYuan = takeFigure(table, shaped, 'outputMonth')
    if (typed.outputYtdLastYear !== null) shaped.outputYtdLastYearYuan = takeFigure(table, shaped, 'outputYtdLastYear')
    if (typed.valueAddedYtd !== null) shaped.valueAddedYtdYuan = takeFigure(table, shaped, 'valueAddedYtd')
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
  const text = cleanText(textOf(cell).slice(0, LONGEST_WORDS * 2))
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
