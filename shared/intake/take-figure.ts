import { MAX_YUAN, tenThousandFromYuan, type Yuan, yuanFromTenThousand } from '../model/money.ts'
import type { Rule } from '../model/problem.ts'
import { addProblem } from './add-problem.ts'
import { readNumber } from './read-number.ts'
import type { ShapedRow } from './shape-row.ts'
import type { Facts, Table } from './table.ts'

/** The columns of Submissions that hold amounts. */
export type FigureColumn = 'outputYtd' | 'outputMonth' | 'outputYtdLastYear' | 'valueAddedYtd'

/** The amount of a figure cell. A bad optional cell is left out with a note, so that it doesn't reject a good output. */
export function takeFigure(table: Table, shaped: ShapedRow, column: FigureColumn): Yuan | null {
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
