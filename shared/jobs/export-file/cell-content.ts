import type { CellErrorValue, CellValue } from 'exceljs'
import type { CellLooks } from '../../model/sheet-looks.ts'
import { columnIndex } from './places.ts'

const ERRORS: Record<string, CellValue> = Object.fromEntries(
  [
    ['DIVIDE_BY_ZERO', '#DIV/0!'],
    ['VALUE', '#VALUE!'],
    ['REF', '#REF!'],
    ['NAME', '#NAME?'],
    ['NUM', '#NUM!'],
    ['N_A', '#N/A'],
    ['NULL_VALUE', '#NULL!'],
  ].map(([type, error]) => [type!, { error: error as CellErrorValue['error'] }]),
)

/** The longest text that a cell of a file holds; Google's holds more. */
const MOST_CHARACTERS = 32_767

/**
 * What the cell shows: a number as a number (a day is one, counted as in Google, so no time zone can shift it), a text as a text
 * whatever it begins with, a formula as what it gave.
 */
export function cellContent({ effectiveValue }: CellLooks): CellValue {
  if (!effectiveValue) return null
  const { numberValue, stringValue, boolValue, errorValue } = effectiveValue
  if (errorValue) return ERRORS[errorValue.type ?? ''] ?? '#ERROR!'
  return stringValue === undefined ? (numberValue ?? boolValue ?? null) : fileText(stringValue) || null
}

/** The text without what a file's XML can't hold. */
export const fileText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, MOST_CHARACTERS)

/** A bar drawn by =SPARKLINE over the value of a cell of the same sheet. */
export interface Bar {
  row: number
  column: number
  most: number
  /** `2B5C9E` */
  colour: string
}

const BAR = /^=\s*SPARKLINE\(\s*\$?([A-Z]{1,3})\$?(\d+)\s*[,;]\s*\{(.*)\}\s*\)\s*$/i
/** The program's blue (tab-looks.ts). */
const USUAL_COLOUR = '2B5C9E'

/** The bar that a cell's formula draws, or null. Files know no SPARKLINE, but bars over a cell's own value. */
export function barIn({ userEnteredValue }: CellLooks): Bar | null {
  const match = BAR.exec(userEnteredValue?.formulaValue ?? '')
  if (!match) return null
  const [, letters, row, options] = match
  const option = (name: string) => new RegExp(`"${name}"\\s*[,\\\\]\\s*"?#?([^";}]+)"?`, 'i').exec(options!)?.[1]?.trim()
  if (option('charttype')?.toLowerCase() !== 'bar') return null
  const colour = option('color1') ?? ''
  return {
    row: Number(row) - 1,
    column: columnIndex(letters!),
    most: Number(option('max')) || 1,
    colour: /^[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : USUAL_COLOUR,
  }
}

/** Where a cell leads: a place in the workbook or an address. */
export type Link = { sheetId: number; cell: string } | { address: string }

/** The first link of the cell. Only addresses of pages and mailboxes are taken over. */
export function linkOf({ textFormatRuns, userEnteredFormat, hyperlink }: CellLooks): Link | null {
  const uri =
    textFormatRuns?.find(({ format }) => format?.link?.uri)?.format?.link?.uri ??
    userEnteredFormat?.textFormat?.link?.uri ??
    hyperlink
  if (!uri) return null
  const within = /^#gid=(\d+)(?:&range=\$?([A-Z]{1,3})\$?(\d+)(?::.*)?)?$/.exec(uri)
  if (within) return { sheetId: Number(within[1]), cell: within[2] ? `${within[2]}${within[3]}` : 'A1' }
  return /^(https?:\/\/|mailto:)/i.test(uri) && URL.canParse(uri) ? { address: uri } : null
}
