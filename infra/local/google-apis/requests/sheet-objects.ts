import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** Lists of a sheet whose entries carry an id that is unique in the spreadsheet. */
const OBJECTS = {
  charts: { id: 'chartId', name: 'embedded object' },
  filterViews: { id: 'filterViewId', name: 'filter view' },
  bandedRanges: { id: 'bandedRangeId', name: 'banded range' },
} as const

export type ObjectList = keyof typeof OBJECTS

/** The caller's id, refused when taken, or a new one. */
export function objectId(spreadsheet: Spreadsheet, list: ObjectList, given: unknown): number {
  const { id, name } = OBJECTS[list]
  const taken = (candidate: number) =>
    spreadsheet.sheets.some((sheet) => sheet.parts[list].some((entry) => entry[id] === candidate))
  if (typeof given !== 'number') return spreadsheet.newId(taken)
  if (taken(given)) throw new Refusal(`A ${name} with the ID ${given} already exists.`)
  return given
}

/** The sheet that holds the object, and the object; refused when there is none. */
export function findObject(spreadsheet: Spreadsheet, list: ObjectList, wanted: unknown): { sheet: Sheet; object: JsonObject } {
  const { id, name } = OBJECTS[list]
  for (const sheet of spreadsheet.sheets) {
    const object = sheet.parts[list].find((entry) => entry[id] === wanted)
    if (object) return { sheet, object }
  }
  throw new Refusal(`No ${name} with id: ${wanted ?? 0}`)
}

/** Puts another version in the object's place, or takes it out when there is none. */
export function replaceObject(sheet: Sheet, list: ObjectList, old: JsonObject, next: JsonObject | undefined): void {
  const entries = sheet.parts[list].flatMap((entry) => (entry === old ? (next ? [next] : []) : [entry]))
  sheet.setParts({ [list]: entries })
}
