import { isObject, type JsonObject } from './json.ts'
import type { Dimension } from './ranges.ts'

/** Rows or columns put in, taken out or moved; for a move, `to` is counted before it. */
export interface DimensionEdit {
  readonly sheetId: number
  readonly dimension: Dimension
  readonly kind: 'insert' | 'delete' | 'move'
  readonly start: number
  readonly end: number
  readonly to?: number | undefined
}

interface Span {
  readonly start: number | undefined
  readonly end: number | undefined
}

/** Where the span lies after the edit; undefined when nothing of it is left. */
export function shiftSpan(span: Span, edit: DimensionEdit): Span | undefined {
  const count = edit.end - edit.start
  if (edit.kind === 'insert') {
    return {
      start: span.start !== undefined && span.start >= edit.start ? span.start + count : span.start,
      end: span.end !== undefined && span.end > edit.start ? span.end + count : span.end,
    }
  }
  if (edit.kind === 'delete') {
    const back = (index: number) => index - Math.max(0, Math.min(index, edit.end) - edit.start)
    const start = span.start === undefined ? undefined : back(span.start)
    const end = span.end === undefined ? undefined : back(span.end)
    return end !== undefined && end <= (start ?? 0) ? undefined : { start, end }
  }
  return shiftMoved(span, edit, count)
}

function shiftMoved(span: Span, edit: DimensionEdit, count: number): Span {
  const to = edit.to ?? edit.start
  const target = to > edit.start ? to - count : to
  if (span.start !== undefined && span.end !== undefined && span.start >= edit.start && span.end <= edit.end) {
    return { start: span.start - edit.start + target, end: span.end - edit.start + target }
  }
  const rest = shiftSpan(span, { ...edit, kind: 'delete' }) ?? span
  const { start: first = 0, end: last = Number.POSITIVE_INFINITY } = span
  const within = edit.start >= first && edit.end <= last
  if (within && target >= (rest.start ?? 0) && target <= (rest.end ?? Number.POSITIVE_INFINITY)) return span
  return shiftSpan(rest, { ...edit, kind: 'insert', start: target, end: target + count }) ?? rest
}

const RANGE_KEYS = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex']

function isGridRange(value: JsonObject): boolean {
  return RANGE_KEYS.some((key) => key in value)
}

/**
 * A copy of the JSON with every grid range, dimension range and grid coordinate of the edited sheet shifted; undefined when the
 * value itself was a range of which nothing is left. In lists, ranges that are gone are left out.
 */
export function shiftRanges(value: unknown, edit: DimensionEdit): unknown {
  if (Array.isArray(value)) return value.map((entry) => shiftRanges(entry, edit)).filter((entry) => entry !== undefined)
  if (!isObject(value)) return value
  if (isGridRange(value)) return edit.sheetId === (value.sheetId ?? 0) ? shiftKeys(value, edit, gridKeys(edit)) : value
  if ('dimension' in value) {
    const here = edit.sheetId === (value.sheetId ?? 0) && value.dimension === edit.dimension
    return here ? shiftKeys(value, edit, ['startIndex', 'endIndex']) : value
  }
  if ('rowIndex' in value || 'columnIndex' in value)
    return edit.sheetId === (value.sheetId ?? 0) ? shiftCoordinate(value, edit) : value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shiftRanges(entry, edit)]))
}

function gridKeys(edit: DimensionEdit): [string, string] {
  return edit.dimension === 'ROWS' ? ['startRowIndex', 'endRowIndex'] : ['startColumnIndex', 'endColumnIndex']
}

function shiftKeys(value: JsonObject, edit: DimensionEdit, [startKey, endKey]: [string, string]): JsonObject | undefined {
  const span = shiftSpan({ start: value[startKey] as number | undefined, end: value[endKey] as number | undefined }, edit)
  if (!span) return undefined
  const { [startKey]: _start, [endKey]: _end, ...rest } = value
  return {
    ...rest,
    ...(span.start !== undefined && { [startKey]: span.start }),
    ...(span.end !== undefined && { [endKey]: span.end }),
  }
}

function shiftCoordinate(value: JsonObject, edit: DimensionEdit): JsonObject {
  const key = edit.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex'
  const start = (value[key] as number | undefined) ?? 0
  const span = shiftSpan({ start, end: start + 1 }, edit)
  return { ...value, [key]: span?.start ?? edit.start }
}

/** A copy of the JSON as Google prints it: `sheetId` 0 is left out of ranges and coordinates. */
export function withoutZeroSheetIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeroSheetIds)
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, entry]) => [key, withoutZeroSheetIds(entry)] as const)
  const place = isGridRange(value) || 'dimension' in value || 'rowIndex' in value || 'columnIndex' in value
  const whole = Object.keys(value).length === 1
  return Object.fromEntries(place || whole ? entries.filter(([key, entry]) => key !== 'sheetId' || entry !== 0) : entries)
}

/** A copy of the JSON with `sheetId` 0 filled in where a range or coordinate left it out. */
export function withSheetIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSheetIds)
  if (!isObject(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withSheetIds(entry)]))
  const place = isGridRange(value) || 'dimension' in value || 'rowIndex' in value || 'columnIndex' in value
  return place && !('sheetId' in copy) ? { sheetId: 0, ...copy } : copy
}
