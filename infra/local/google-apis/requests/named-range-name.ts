import { Refusal } from '../errors.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

const NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u
const LOOKS_LIKE_CELLS = /^([a-z]{1,3}\d+|r\d*c\d*|true|false)$/i

/** The name, refused when it is no name, looks like a cell, or is another range's. */
export function checkedName(spreadsheet: Spreadsheet, name: string, ownId?: string): string {
  if (!NAME.test(name) || LOOKS_LIKE_CELLS.test(name)) throw new Refusal(`The name "${name}" is invalid for a named range.`)
  const holder = spreadsheet.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase())
  if (holder && holder.namedRangeId !== ownId) throw new Refusal(`A named range with name "${name}" already exists.`)
  return name
}
