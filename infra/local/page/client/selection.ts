import type { Area } from '../protocol.ts'

export interface Place {
  row: number
  column: number
}

/** The cell that the selection began at and the one that it reaches to; the first is the active one. */
export interface Selection {
  active: Place
  end: Place
  /** The view stays where it is. */
  still?: true
}

export const at = (row: number, column: number): Selection => ({ active: { row, column }, end: { row, column } })

export const areaOf = ({ active, end }: Selection): Area => ({
  startRow: Math.min(active.row, end.row),
  endRow: Math.max(active.row, end.row) + 1,
  startColumn: Math.min(active.column, end.column),
  endColumn: Math.max(active.column, end.column) + 1,
})

export function columnName(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export const cellName = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`

/** The place that a name such as `D12` says, or null. */
export function placeNamed(name: string): Place | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name.trim()) ?? []
  if (!letters || !digits || digits === '0') return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}
