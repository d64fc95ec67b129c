import { columnIndex, columnLetters } from '../a1.ts'

/** One corner of a reference; an absent row or column is open. Indexes are 0-based. */
export interface Corner {
  readonly column: number | undefined
  readonly row: number | undefined
  readonly columnFixed: boolean
  readonly rowFixed: boolean
}

/** A reference as it is written: `sheet` is the bare title, `last` is absent for a single cell. */
export interface Reference {
  readonly sheet: string | undefined
  readonly first: Corner
  readonly last: Corner | undefined
}

const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]+|\$?[A-Za-z]{1,3}|\$?[0-9]+`
const REFERENCE = new RegExp(
  String.raw`('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(${CORNER})(?:\s*:\s*(${CORNER}))?(?![\p{L}\p{N}_.(!$])`,
  'uy',
)

/** The reference that begins at the index, with its length in the text. */
export function referenceAt(text: string, index: number): { reference: Reference; length: number } | undefined {
  REFERENCE.lastIndex = index
  const match = REFERENCE.exec(text)
  if (!match) return undefined
  const first = parseCorner(match[2] ?? '')
  const last = match[3] === undefined ? undefined : parseCorner(match[3])
  if (!first || (match[3] !== undefined && !last)) return undefined
  if (!last && (first.column === undefined || first.row === undefined)) return undefined
  if (last && !isRange(first, last)) return undefined
  return {
    reference: { sheet: match[1] === undefined ? undefined : bareTitle(match[1].slice(0, -1)), first, last },
    length: match[0].length,
  }
}

/** `A:1` is no range; `A1:A`, `A:A`, `1:1` and `A1:1` are. */
function isRange(first: Corner, last: Corner): boolean {
  const columns = first.column !== undefined && last.column !== undefined
  const rows = first.row !== undefined && last.row !== undefined
  return columns || rows
}

function parseCorner(text: string): Corner | undefined {
  const match = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(text)
  if (!match) return undefined
  const [, dollar1 = '', letters = '', dollar2 = '', digits = ''] = match
  if (digits !== '' && Number(digits) === 0) return undefined
  return {
    column: letters === '' ? undefined : columnIndex(letters),
    row: digits === '' ? undefined : Number(digits) - 1,
    columnFixed: letters !== '' && dollar1 === '$',
    rowFixed: digits !== '' && (letters === '' ? dollar1 : dollar2) === '$',
  }
}

/** Title without its quotes. */
export function bareTitle(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text
}

/** The corners as text, without the sheet. */
export function cornersText({ first, last }: Pick<Reference, 'first' | 'last'>): string {
  return last ? `${cornerText(first)}:${cornerText(last)}` : cornerText(first)
}

function cornerText({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row + 1}`
}
