import type { Day } from '../model/day.ts'
import type { Month } from '../model/month.ts'
import type { Problem } from '../model/problem.ts'
import type { CellValue, ColumnKey } from '../model/tabs.ts'
import type { Unit } from '../model/unit.ts'
import { foldWidth, isBlank, isPlaceholder, keptText, textOf } from './clean-text.ts'
import { type Labels, readLabel } from './labels.ts'
import { type Edge, readDay, readMonth } from './read-day.ts'
import { readEmail } from './read-email.ts'
import { readNumber } from './read-number.ts'
import { cellAt, type Facts, problemAt, type Table } from './table.ts'

/** What a cell of a register should have held; the catalogue words it. */
type Expected =
  | 'required'
  | 'choice'
  | 'month'
  | 'day'
  | 'year'
  | 'number'
  | 'percent'
  | 'email'
  | 'cluster'
  | 'enterprise'
  | 'combination'
  | 'setting'

/**
 * Reads the cells of one row of a register. A cell that can't be read is a problem `unreadable-entry` and null; the row's reader decides
 * whether the row can do without it.
 */
export interface EntryReader {
  row: number
  /** Did any cell of the row turn out unreadable? */
  isFaulty: () => boolean
  cell: (column: ColumnKey) => CellValue
  text: (column: ColumnKey) => string
  required: (column: ColumnKey) => string
  label: <T extends string>(column: ColumnKey, labels: Labels<T>) => T | null
  day: (column: ColumnKey, edge: Edge) => Day | null
  month: (column: ColumnKey) => Month | null
  year: (column: ColumnKey) => number | null
  number: (column: ColumnKey, unit: Unit) => number | null
  /** A fraction: 0.4 as a cell in percent format holds it, or the text 40%. A bare 40 could be either and is asked about (B11). */
  fraction: (column: ColumnKey) => number | null
  email: (column: ColumnKey) => string
  fault: (column: ColumnKey, expected: Expected, facts?: Facts) => null
}

/** A reader for the row (from 1) that adds what it finds to the problems. */
export function entryReader(table: Table, row: number, problems: Problem[]): EntryReader {
  let faulty = false
  const cell = (column: ColumnKey): CellValue => {
    const value = cellAt(table, row, column)
    return isBlank(value) || (typeof value === 'string' && value.length < 20 && isPlaceholder(foldWidth(value))) ? null : value
  }
  const fault = (column: ColumnKey, expected: Expected, facts: Facts = {}): null => {
    faulty = true
    problems.push(problemAt(table, row, column, 'unreadable-entry', { expected, ...facts }))
    return null
  }
  const known = <T>(column: ColumnKey, value: T | undefined, expected: Expected, facts?: Facts): T | null =>
    value === undefined ? fault(column, expected, facts) : value

  return {
    row,
    isFaulty: () => faulty,
    cell,
    fault,
    text: (column) => keptText(cell(column)),
    required: (column) => {
      const text = keptText(cell(column))
      if (text === '') fault(column, 'required')
      return text
    },
    label: (column, labels) => {
      const value = cell(column)
      if (value === null) return null
      return known(column, readLabel(labels, value), 'choice', { choices: [...new Set(labels.values())].join(', ') })
    },
    day: (column, edge) => known(column, readDay(cell(column), edge), 'day'),
    month: (column) => known(column, readMonth(cell(column)), 'month'),
    year: (column) => {
      const day = readDay(cell(column), 'first')
      return day === null ? null : day === undefined ? fault(column, 'year') : Number(day.slice(0, 4))
    },
    number: (column, unit) => {
      const reading = readNumber(cell(column), unit)
      if (reading.kind === 'missing') return null
      if (reading.kind === 'fault') return fault(column, 'number', { unit, ...(reading.meant && { meant: reading.meant }) })
      // A cell in percent format hands over 0.2 for 20 %: a share that small is more likely that than meant.
      if (unit === '%' && typeof cell(column) === 'number' && reading.value !== 0 && Math.abs(reading.value) < 1) {
        return fault(column, 'percent', { meant: `${Number((reading.value * 100).toPrecision(12))}%` })
      }
      return reading.value
    },
    fraction: (column) => {
      const value = cell(column)
      if (value === null) return null
      const reading = readNumber(value, '%')
      if (reading.kind !== 'value') return fault(column, 'percent')
      const isPercent = typeof value === 'string' && foldWidth(textOf(value)).endsWith('%')
      const fraction = isPercent ? Number(`${reading.value}e-2`) : reading.value
      return fraction >= 0 && fraction <= 1 ? fraction : fault(column, 'percent', { meant: `${reading.value}%` })
    },
    email: (column) => known(column, readEmail(cell(column)), 'email') ?? '',
  }
}
