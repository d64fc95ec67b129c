import type { CellValue } from '../../model/tabs.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** A file's first table. */
export interface TableFile {
  header: CellValue[]
  rows: CellValue[][]
  /** The row of the file that `rows[0]` is, from 1. */
  firstRow: number
}

/** Reads a CSV or .xlsx file, told apart by how they begin; its first row that is not empty is the header. Throws an Error with one sentence. */
export async function readTableFile(name: string, bytes: Uint8Array): Promise<TableFile> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Error(`${name} is of the old Excel format; save it as .xlsx.`)
  const grid = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(name, bytes) : readCsv(name, bytes)
  const headerIndex = grid.findIndex((row) => row.some((cell) => cell !== null))
  if (headerIndex < 0) throw new Error(`${name} is empty.`)
  return { header: grid[headerIndex]!, rows: grid.slice(headerIndex + 1), firstRow: headerIndex + 2 }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
