import type { JsonObject } from './json.ts'

/** What a person or a program can type into a cell. */
export type Scalar = string | number | boolean

/** A cell with more than a plain value. Never changed in place: rows share cells with their older versions. */
export interface Cell {
  readonly value?: Scalar | undefined
  readonly formula?: string | undefined
  readonly format?: JsonObject | undefined
  readonly note?: string | undefined
  readonly validation?: JsonObject | undefined
  readonly runs?: readonly JsonObject[] | undefined
}

/** How the grid stores a cell: nothing, a bare value, or a Cell. Bare values keep a big sheet small. */
export type Slot = undefined | Scalar | Cell

export const MAX_CELL_CHARACTERS = 50_000

/** The slot seen as a Cell. */
export function asCell(slot: Slot): Cell {
  if (slot === undefined) return {}
  return typeof slot === 'object' ? slot : { value: slot }
}

/** The smallest slot that holds the cell. */
export function asSlot(cell: Cell): Slot {
  if (cell.format || cell.note || cell.validation || cell.runs || cell.formula !== undefined) return cell
  return cell.value
}

/** The slot with another value or formula; format, note and validation stay. */
export function withContent(slot: Slot, content: { value?: Scalar | undefined; formula?: string | undefined }): Slot {
  if (typeof slot !== 'object') return asSlot(content)
  return asSlot({ ...slot, runs: undefined, value: content.value, formula: content.formula })
}

/** Whether the cell has a value or a formula. */
export function hasContent(slot: Slot): boolean {
  if (slot === undefined) return false
  return typeof slot !== 'object' || slot.value !== undefined || slot.formula !== undefined
}

export function formulaOf(slot: Slot): string | undefined {
  return typeof slot === 'object' ? slot.formula : undefined
}
