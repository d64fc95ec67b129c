import { isObject } from '../json.ts'
import type { Sheet, SheetParts } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import { copyTitle, createSheet } from './create-sheet.ts'

/** Where and as what a copy goes. */
export interface CopyOptions {
  readonly sheetId?: number | undefined
  readonly title?: string | undefined
  readonly index?: number | undefined
}

const OBJECT_IDS = ['chartId', 'protectedRangeId', 'filterViewId', 'bandedRangeId']

/** Copies a sheet into a spreadsheet, its own or another; charts, protections, filters and bands get new ids, metadata stays behind. */
export function copySheet(source: Sheet, target: Spreadsheet, options: CopyOptions): Sheet {
  const title = options.title ?? copyTitle(target, source.title)
  const place = {
    ...(options.sheetId !== undefined && { sheetId: options.sheetId }),
    ...(options.index !== undefined && { index: options.index }),
  }
  const copy = createSheet(target, { title, ...place }, source.grid.fork())
  copy.appearance = source.appearance
  copy.gridAppearance = source.gridAppearance
  copy.parts = reidentified(source.parts, source.sheetId, copy.sheetId, () => target.newId(() => false)) as SheetParts
  return copy
}

function reidentified(value: unknown, from: number, to: number, newId: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => reidentified(entry, from, to, newId))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, entry]) => {
    if (key === 'sheetId') return [key, entry === from ? to : entry]
    return [key, OBJECT_IDS.includes(key) ? newId() : reidentified(entry, from, to, newId)]
  })
  return Object.fromEntries(entries)
}
