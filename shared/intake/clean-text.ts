import type { CellValue } from '../model/tabs.ts'

/** Controls, formats (zero-width, bidi, soft hyphen, BOM), fillers and variation selectors, but not the white-space controls. */
const INVISIBLE = /(?![\t-\r])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const SPACES = /\s+/g
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const FULL_WIDTH = /[\uff01-\uff5e]/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g

/** How much of a raw text a problem quotes. */
const QUOTED_LENGTH = 200
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The cell as text, a boolean as sheets show it; an empty cell is the empty text. */
export const textOf = (cell: CellValue): string =>
  cell === null ? '' : typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : cell ? 'TRUE' : 'FALSE'

/** Does the cell show nothing: empty, only spaces or only invisible characters (B15)? */
export const isBlank = (cell: CellValue): boolean => cell === null || (typeof cell === 'string' && !VISIBLE.test(cell))

/** The text for comparing: compatibility forms folded (NFKC), invisible characters gone, runs of spaces one space, trimmed (B13, B14). */
export const cleanText = (text: string): string => text.replace(INVISIBLE, '').normalize('NFKC').replace(SPACES, ' ').trim()

/** The text for keeping and showing: as typed, but trimmed, well-formed and without control characters (B46, B47). */
export const keptText = (cell: CellValue): string =>
  textOf(cell).toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()

/**
 * The text for reading numbers and dates: only full-width forms, spaces and dashes are folded, because NFKC would turn `10²`
 * into `102`.
 */
export const foldWidth = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\uffe5', '\u00a5')
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim()

/** The first graphemes of a text, with an ellipsis where it goes on. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  let cut = ''
  let count = 0
  // One grapheme may be as long as the text (a letter under 50,000 accents), so the slice is bounded before it is segmented.
  for (const { segment } of graphemes.segment(text.slice(0, length * 4).toWellFormed())) {
    if (count === length || cut.length + segment.length > length * 3) break
    cut += segment
    count += 1
  }
  return `${cut}…`
}

/** The raw text as a problem quotes it: kept as typed, at most 200 graphemes. */
export const quoted = (cell: CellValue): string =>
  cutText(keptText(typeof cell === 'string' ? cell.slice(0, 2000) : cell), QUOTED_LENGTH)

/** What people type for "nothing to report" (B17): the value is missing, never 0. */
const PLACEHOLDERS = new Set(
  '- -- --- / // \\ . … …… * 无 暂无 没有 未填 未报 空 无数据 暂无数据 暂缺 缺 n/a na n.a. nil none null #n/a#'.split(' '),
)
const SAME_AS_ABOVE = new Set(['同上', '同前', '"', '〃', '″', "''", 'ditto', 'same as above'])
const FORMULA_ERROR = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|BLOCKED!|GETTING_DATA)/i
const LOADING = /^loading(?:…|\.{0,3})$/i

/** Is the folded text a sign for a missing value? */
export const isPlaceholder = (folded: string): boolean => folded.length <= 6 && PLACEHOLDERS.has(folded.toLowerCase())
/** Is the folded text a reference to the cell above? */
export const isSameAsAbove = (folded: string): boolean => folded.length <= 14 && SAME_AS_ABOVE.has(folded.toLowerCase())
/** Is the folded text the error of a formula (B18)? */
export const isFormulaError = (folded: string): boolean => FORMULA_ERROR.test(folded)
/** Is the folded text that of a formula still being computed (B18)? */
export const isLoading = (folded: string): boolean => LOADING.test(folded)
