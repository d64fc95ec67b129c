import * as z from 'zod'
import type { CellValue } from '../model/tabs.ts'
import { foldWidth, isPlaceholder, textOf } from './clean-text.ts'

const Email = z.email().max(254)

/** Exactly one address: the empty text when the cell is empty, undefined for two, for one with a display name, or for none (B50). */
export function readEmail(cell: CellValue): string | undefined {
  const raw = textOf(cell)
  if (raw.length > 400) return undefined
  const text = foldWidth(raw)
  if (text === '' || isPlaceholder(text)) return ''
  return Email.safeParse(text).success ? text : undefined
}
