import { MAX_YUAN, type Yuan, yuanFromTenThousand } from '../../model/money.ts'
import type { Month } from '../../model/month.ts'
import type { CellValue } from '../../model/tabs.ts'
import { isBlank, keptText } from '../clean-text.ts'
import { readMonth } from '../read-day.ts'
import { foldCode } from '../read-name.ts'
import { readNumber } from '../read-number.ts'
import { isSubtotalLabel } from '../subtotal.ts'
import type { ColumnPlaces, ImportField } from './column-map.ts'
import { type ImportProblem, rejectedCell } from './import-problem.ts'
import type { Parties, Party } from './parties.ts'

/** A row of the file that tells who and when; its output is null when that could not be read, which is a problem. */
export interface SourceRow {
  /** Row of the file, from 1. */
  row: number
  party: Party
  month: Month
  /** Of the month or since January, as the file has it. */
  outputYuan: Yuan | null
  valueAddedYtdYuan: Yuan | null
  creditCode: string | null
  /** The cluster's name as typed, or empty. */
  cluster: string
}

interface SourceRows {
  /** Rows that are not empty. */
  read: number
  rows: SourceRow[]
  problems: ImportProblem[]
}

/** Reads every row of the file as it is judged in the workbook, and guesses nothing: what can't be read is a problem. */
export function readSourceRows(
  body: readonly (readonly CellValue[])[],
  firstRow: number,
  places: ColumnPlaces,
  parties: Parties,
): SourceRows {
  const found: SourceRows = { read: 0, rows: [], problems: [] }
  for (const [index, cells] of body.entries()) {
    if (cells.every(isBlank)) continue
    found.read += 1
    const reader = cellReader(cells, firstRow + index, places, found.problems)
    const source = readSourceRow(reader, parties)
    if (source) found.rows.push(source)
  }
  return found
}

interface CellReader {
  row: number
  /** The output that the file has. */
  outputField: ImportField
  cell: (field: ImportField) => CellValue
  reject: (field: ImportField, rule: ImportProblem['rule'], facts?: ImportProblem['facts']) => null
  note: (field: ImportField, rule: ImportProblem['rule'], facts?: ImportProblem['facts']) => null
}

function cellReader(cells: readonly CellValue[], row: number, places: ColumnPlaces, problems: ImportProblem[]): CellReader {
  const cell = (field: ImportField): CellValue => cells[places[field] ?? -1] ?? null
  return {
    row,
    outputField: places.outputMonth === undefined ? 'outputYtd' : 'outputMonth',
    cell,
    reject: (field, rule, facts = {}) => {
      problems.push(rejectedCell(row, field, rule, cell(field), facts))
      return null
    },
    note: (field, rule, facts = {}) => {
      problems.push({ ...rejectedCell(row, field, rule, cell(field), facts), severity: 'note' })
      return null
    },
  }
}

function readSourceRow(reader: CellReader, parties: Parties): SourceRow | null {
  const { cell } = reader
  const label = (['enterprise', 'period'] as const).find((field) => isSubtotalLabel(cell(field)))
  if (label) return reader.note(label, 'subtotal-row')
  const month = monthIn(reader)
  const party = partyIn(reader, parties)
  const outputYuan = outputIn(reader)
  if (month === null || party === null) return null
  return {
    row: reader.row,
    party,
    month,
    outputYuan,
    valueAddedYtdYuan: valueAddedIn(reader),
    creditCode: foldCode(cell('creditCode')) || null,
    cluster: keptText(cell('cluster')),
  }
}

/** The month; one without its year is not read. */
function monthIn({ cell, reject }: CellReader): Month | null {
  const month = readMonth(cell('period'))
  if (month === null) return reject('period', 'missing-period')
  return month ?? reject('period', 'unreadable-period')
}

function partyIn({ cell, reject }: CellReader, parties: Parties): Party | null {
  const reading = parties.of(cell('enterprise'), cell('creditCode'))
  return 'party' in reading ? reading.party : reject(reading.field, reading.rule, reading.facts)
}

function outputIn({ cell, outputField, reject }: CellReader): Yuan | null {
  const reading = yuanOf(cell(outputField))
  if (reading === 'missing') return reject(outputField, 'missing-output')
  return typeof reading === 'number' ? reading : reject(outputField, reading.rule, reading.facts)
}

/** A bad optional cell doesn't keep a good output out. */
function valueAddedIn({ cell, note }: CellReader): Yuan | null {
  const reading = yuanOf(cell('valueAddedYtd'))
  if (reading === 'missing') return null
  return typeof reading === 'number'
    ? reading
    : note('valueAddedYtd', 'left-out-cell', { ...reading.facts, reason: reading.rule })
}

function yuanOf(cell: CellValue): Yuan | 'missing' | Pick<ImportProblem, 'rule' | 'facts'> {
  const reading = readNumber(cell, '万元')
  if (reading.kind === 'missing') return 'missing'
  if (reading.kind === 'fault') {
    const { rule, why, meant } = reading
    return { rule, facts: { ...(why && { why }), ...(meant && { meant }) } }
  }
  const yuan = yuanFromTenThousand(reading.value)
  return yuan === null || Math.abs(yuan) > MAX_YUAN ? { rule: 'unreadable-number', facts: { why: 'too-large' } } : yuan
}
