import type { CellValue } from '../../model/tabs.ts'
import { textOf } from '../clean-text.ts'
import { foldName } from '../read-name.ts'

/** What a column of an imported file can hold. */
const IMPORT_FIELDS = ['period', 'enterprise', 'creditCode', 'cluster', 'outputYtd', 'outputMonth', 'valueAddedYtd'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Which column of the file holds what, by its header; of the two outputs there is exactly one. */
export type ColumnMap = Readonly<Partial<Record<ImportField, string>>>

/** Where the columns stand, from 0. */
export type ColumnPlaces = Readonly<Partial<Record<ImportField, number>>>

const isField = (text: string): text is ImportField => (IMPORT_FIELDS as readonly string[]).includes(text)

/**
 * Reads `period=Month,enterprise=Company,outputMonth=Output (10,000 yuan)`; a comma inside a header does no harm. Throws an Error
 * that names the part that is wrong.
 */
export function parseColumnMap(text: string): ColumnMap {
  const map: Partial<Record<ImportField, string>> = {}
  for (const part of text.split(/[,，](?=\s*[A-Za-z]+\s*=)/)) {
    const [, field = '', header = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? []
    if (field === '' || header === '') throw new Error(`“${part.trim()}” is not of the form field=header`)
    if (!isField(field)) throw new Error(`“${field}” is not a field; the fields are ${IMPORT_FIELDS.join(', ')}`)
    if (map[field] !== undefined) throw new Error(`“${field}” is given twice`)
    map[field] = header
  }
  for (const field of ['period', 'enterprise'] as const) if (map[field] === undefined) throw new Error(`“${field}=” is missing`)
  if (map.outputYtd !== undefined && map.outputMonth !== undefined)
    throw new Error('“outputYtd=” and “outputMonth=” exclude each other')
  if (map.outputYtd === undefined && map.outputMonth === undefined) throw new Error('“outputYtd=” or “outputMonth=” is missing')
  return map
}

/** Finds the columns by header, without regard to case and spaces. Throws an Error that names the header and those found. */
export function placeColumns(fileName: string, header: readonly CellValue[], map: ColumnMap): ColumnPlaces {
  const found = header.map((cell) => foldName(textOf(cell)))
  const places: Partial<Record<ImportField, number>> = {}
  for (const field of IMPORT_FIELDS) {
    const wanted = map[field]
    if (wanted === undefined) continue
    const at = found.indexOf(foldName(wanted))
    if (at < 0)
      throw new Error(
        `${fileName} has no column “${wanted}” (${field}); its columns are ${header.map((name) => `“${textOf(name)}”`).join(', ')}`,
      )
    if (found.lastIndexOf(foldName(wanted)) !== at) throw new Error(`${fileName} has the column “${wanted}” (${field}) twice`)
    places[field] = at
  }
  return places
}
