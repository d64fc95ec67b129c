import { asCell } from '../cell.ts'
import { displayText } from '../display.ts'
import { Refusal } from '../errors.ts'
import { type JsonObject, withoutDefaults } from '../json.ts'
import { assertEditable } from '../protection.ts'
import { type Area, areaOf, type GridRange } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import { entered } from '../values/write-values.ts'
import { located, type RequestContext } from './context.ts'

interface Request {
  readonly find?: string
  readonly replacement?: string
  readonly matchCase?: boolean
  readonly matchEntireCell?: boolean
  readonly searchByRegex?: boolean
  readonly includeFormulas?: boolean
  readonly range?: GridRange
  readonly sheetId?: number
  readonly allSheets?: boolean
}

/** Replaces text in cells; formulas are searched only when asked for. */
export function findReplace(request: Request, context: RequestContext): JsonObject {
  if (!request.find) throw new Refusal('find must not be empty.')
  const pattern = patternOf(request)
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 }
  for (const { sheet, area } of placesOf(request, context)) {
    const before = counts.rowsChanged
    replaceIn(sheet, area, pattern, request, context, counts)
    if (counts.rowsChanged > before) counts.sheetsChanged++
  }
  return withoutDefaults(counts)
}

function patternOf({ find = '', searchByRegex, matchCase, matchEntireCell }: Request): RegExp {
  const source = searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  try {
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu')
  } catch {
    throw new Refusal(`Invalid regular expression: ${find}`)
  }
}

function placesOf(request: Request, context: RequestContext): { sheet: Sheet; area: Area }[] {
  if (request.range) return [located(context, request.range)]
  const sheets = request.allSheets ? context.spreadsheet.sheets : [context.spreadsheet.sheet(request.sheetId)]
  return sheets.map((sheet) => ({ sheet, area: areaOf({}, sheet.grid) }))
}

type Counts = Record<'valuesChanged' | 'formulasChanged' | 'rowsChanged' | 'occurrencesChanged', number>

function replaceIn(sheet: Sheet, area: Area, pattern: RegExp, request: Request, context: RequestContext, counts: Counts): void {
  const { spreadsheet, caller } = context
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.grid.usedRows); row++) {
    let changed = false
    const width = Math.min(area.endColumn, sheet.grid.cells(row)?.length ?? 0)
    for (let column = area.startColumn; column < width; column++) {
      const slot = sheet.grid.get(row, column)
      const cell = asCell(slot)
      if (cell.formula !== undefined && !request.includeFormulas) continue
      const text = cell.formula ?? displayText(cell.value ?? null, cell.format, spreadsheet.locale)
      const hits = text.match(pattern)?.length ?? 0
      if (hits === 0) continue
      assertEditable(spreadsheet, sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }, caller)
      const replacement = request.searchByRegex
        ? (request.replacement ?? '')
        : (request.replacement ?? '').replaceAll('$', '$$$$')
      sheet.grid.set(row, column, entered(slot, text.replace(pattern, replacement), 'USER_ENTERED', spreadsheet.locale))
      counts[cell.formula === undefined ? 'valuesChanged' : 'formulasChanged']++
      counts.occurrencesChanged += hits
      changed = true
    }
    if (changed) counts.rowsChanged++
  }
}
