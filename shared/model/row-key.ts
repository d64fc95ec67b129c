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
  // The cut may halve a surrogate pair, and no half can be written into a cell.
  return (shown.length > KEY_TEXT_LENGTH ? shown.slice(0, KEY_TEXT_LENGTH) : shown).toWellFormed()
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

/** Row key and figures in one: tells rows of one enterprise and month apart. */
export const fullKey = (typed: TypedRow): string => `${rowKey(typed)}|${figuresKey(typed)}`

/**
 * Full keys that the formula may see instead of the row's own: where a cell's text may stand for an error value or, in a figure,
 * for a date, the formula reads something else than its text, and what it reads can't be told from here. Mostly none.
 */
export function otherFullKeys(typed: TypedRow): string[] {
  const identity = [typed.period, typed.enterprise, typed.creditCode]
  const figures = [typed.outputYtd, typed.outputMonth, typed.outputYtdLastYear, typed.valueAddedYtd]
  if (!identity.some(isDoubtful) && !figures.some(isDoubtful)) return []
  const parts = [
    ...identity.map((cell) => variants(text(cell))),
    ...figures.map((cell) => (typeof cell === 'string' ? [...variants(text(cell)), ...serialOf(cell)] : [figure(cell)])),
  ]
  const keys = parts.reduce<string[]>(
    (all, some, index) => (index === 0 ? some : all.flatMap((key) => some.map((part) => `${key}|${part}`))),
    [],
  )
  return keys.slice(1, 16)
}

const isDoubtful = (cell: CellValue): boolean => typeof cell === 'string' && /^#|^\s*\d{4}[-/.年]\d/.test(cell)

const variants = (shown: string): string[] =>
  /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/.test(shown) ? [shown, '#'] : [shown]

/** The serial that a date shown as this text has, as TEXT(…,"0.0000") spells it. */
function serialOf(shown: string): string[] {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(shown.trim())
  if (!match) return []
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569
  return [`${days}.0000`]
}

/** What is known of a row that no run has seen. */
export const NO_MEMORY: RowMemory = { explainedFigures: '', explainedWords: '', onTimeFigures: '' }
