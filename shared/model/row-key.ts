import { scaleDecimal } from './money.ts'
import type { CellValue } from './tabs.ts'
import type { RowMemory, TypedRow } from './verdict.ts'

/** Longer texts are compared by their beginning, so that no key outgrows a cell. */
export const KEY_TEXT_LENGTH = 200

/**
 * The texts by which a row is found again, spelt exactly as the status formula spells them inside the spreadsheet
 * (report/status-formula.ts): figures that are numbers by TEXT(…,"0.0000"), everything else by TO_TEXT.
 */
const text = (cell: CellValue): string => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const shown = String(cell)
  return shown.length > KEY_TEXT_LENGTH ? shown.slice(0, KEY_TEXT_LENGTH) : shown
}

const figure = (cell: CellValue): string => (typeof cell === 'number' ? fourDecimals(cell) : text(cell))

/** As TEXT(…,"0.0000") writes it: rounded on the decimal text, half away from zero. */
function fourDecimals(value: number): string {
  const scaled = scaleDecimal(value, 4)
  if (scaled === null) return String(value)
  const digits = String(Math.abs(scaled)).padStart(5, '0')
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

/** Who and when, as typed. */
export const rowKey = (typed: TypedRow): string => `${text(typed.period)}|${text(typed.enterprise)}|${text(typed.creditCode)}`

/** The four figures as typed. */
export const figuresKey = (typed: TypedRow): string =>
  `${figure(typed.outputYtd)}|${figure(typed.outputMonth)}|${figure(typed.outputYtdLastYear)}|${figure(typed.valueAddedYtd)}`

/**
 * Every key under which the formula may look the row up: where a cell's text may stand for an error value or, in a figure, for a
 * date, the formula sees something else than its text, and what it sees can't be told from here.
 */
export function lookupKeys(typed: TypedRow): string[] {
  const identity = [typed.period, typed.enterprise, typed.creditCode].map((cell) => variants(text(cell)))
  const figures = [typed.outputYtd, typed.outputMonth, typed.outputYtdLastYear, typed.valueAddedYtd].map((cell) =>
    typeof cell === 'string' ? [...variants(text(cell)), ...serialOf(cell)] : [figure(cell)],
  )
  let keys = ['']
  for (const [index, parts] of [...identity, ...figures].entries())
    keys = keys.flatMap((key) => parts.map((part) => (index === 0 ? part : `${key}|${part}`))).slice(0, 16)
  return keys
}

const variants = (shown: string): string[] =>
  /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/.test(shown) ? [shown, '#'] : [shown]

/** The serial that a date shown as this text has, as TEXT(…,"0.0000") spells it. */
function serialOf(shown: string): string[] {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(shown.trim())
  if (!match) return []
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569
  return [`${days}.0000`]
}

export const NO_MEMORY: RowMemory = { explainedFigures: '', explainedWords: '', onTimeFigures: '' }
