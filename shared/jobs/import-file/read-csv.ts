import { CsvError, parse } from 'csv-parse/sync'
import type { CellValue } from '../../model/tabs.ts'

/** The rows of a CSV file with commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030; empty lines keep their place. */
export function readCsv(name: string, bytes: Uint8Array): CellValue[][] {
  const text = decode(name, bytes)
  try {
    const rows: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true })
    return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell)))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(`${name} can't be read as CSV at line ${error.lines}: ${firstSentence(error.message)}.`, { cause: error })
  }
}

function decode(name: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  // Chinese office programs save CSV in GB18030 unless told otherwise.
  for (const candidate of [encoding, 'gb18030']) {
    try {
      return new TextDecoder(candidate, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new Error(`${name} is neither UTF-8 nor GB18030 text.`)
}

/** The separator that stands most often in the first line with text, outside quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
  const count = (delimiter: string): number => line.split(delimiter).length
  return [',', ';', '\t'].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most))
}

const firstSentence = (message: string): string => message.split(/[:.](?:\s|$)/)[0]!.toLowerCase()
