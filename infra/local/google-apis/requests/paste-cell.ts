import type { CellValue } from '../calculation.ts'
import { asCell, asSlot, type Cell, type Slot } from '../cell.ts'
import { FormulaError } from '../formulas/values.ts'

export type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'

/** The target cell after the source was pasted onto it; `value` is what the source comes to. */
export function pasted(target: Slot, source: Slot, value: CellValue, type: PasteType | undefined): Slot {
  const old = asCell(target)
  const from = asCell(source)
  switch (type) {
    case 'PASTE_VALUES':
      return asSlot({ ...old, formula: undefined, value: value === null || value instanceof FormulaError ? undefined : value })
    case 'PASTE_FORMULA':
      return asSlot({ ...old, formula: from.formula, value: from.value })
    case 'PASTE_FORMAT':
      return asSlot({ ...old, format: from.format })
    case 'PASTE_DATA_VALIDATION':
      return asSlot({ ...old, validation: from.validation })
    case 'PASTE_NO_BORDERS':
      return asSlot(withoutBorders(from))
    default:
      return source
  }
}

function withoutBorders(cell: Cell): Cell {
  if (!cell.format) return cell
  const { borders: _borders, ...format } = cell.format
  return { ...cell, format }
}
