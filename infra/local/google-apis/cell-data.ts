import { asCell, asSlot, type Cell, MAX_CELL_CHARACTERS, type Slot } from './cell.ts'
import { normaliseColours } from './colours.ts'
import { Refusal } from './errors.ts'
import { isObject, type JsonObject, valueAt, withValueAt } from './json.ts'

/** Which parts of a cell a request writes. */
export interface CellFields {
  readonly value: boolean
  readonly note: boolean
  readonly validation: boolean
  readonly runs: boolean
  /** Paths inside the format; `['*']` for the whole of it. */
  readonly format: readonly string[]
}

/** Sorts the paths of a `fields` mask on CellData; refuses an empty one as Google does. */
export function cellFields(paths: readonly string[]): CellFields {
  const all = paths.includes('*')
  const has = (name: string) => all || paths.some((path) => path === name || path.startsWith(`${name}.`))
  const formats = paths
    .filter((path) => path.startsWith('userEnteredFormat.'))
    .map((path) => path.slice('userEnteredFormat.'.length))
  return {
    value: has('userEnteredValue'),
    note: has('note'),
    validation: has('dataValidation'),
    runs: has('textFormatRuns'),
    format: all || paths.includes('userEnteredFormat') ? ['*'] : formats,
  }
}

/** The slot with the listed parts taken from the CellData. */
export function withCellData(slot: Slot, data: JsonObject, fields: CellFields): Slot {
  const content = fields.value ? contentOf(data.userEnteredValue) : undefined
  const onlyValue = fields.value && !fields.note && !fields.validation && !fields.runs && fields.format.length === 0
  if (onlyValue && typeof slot !== 'object') return content?.formula === undefined ? content?.value : content
  let cell: Cell = asCell(slot)
  if (content) cell = { ...cell, value: content.value, formula: content.formula, runs: undefined }
  if (fields.note) cell = { ...cell, note: (data.note as string | undefined) || undefined }
  if (fields.validation) cell = { ...cell, validation: (data.dataValidation as JsonObject | undefined) ?? undefined }
  if (fields.runs) cell = { ...cell, runs: (data.textFormatRuns as JsonObject[] | undefined) ?? undefined }
  if (fields.format.length > 0) cell = { ...cell, format: withFormat(cell.format, data.userEnteredFormat, fields.format) }
  return asSlot(cell)
}

const normalised = new WeakMap<object, JsonObject>()

/** One normalised copy for all cells that get the same format object. */
function normalisedFormat(format: JsonObject): JsonObject {
  let result = normalised.get(format)
  if (!result) {
    result = normaliseColours(format) as JsonObject
    normalised.set(format, result)
  }
  return result
}

function withFormat(old: JsonObject | undefined, given: unknown, paths: readonly string[]): JsonObject | undefined {
  const source = isObject(given) ? normalisedFormat(given) : {}
  if (paths.includes('*')) return Object.keys(source).length === 0 ? undefined : source
  let format = old ?? {}
  for (const path of paths) {
    for (const twin of colourTwins(path)) format = withValueAt(format, twin, valueAt(source, twin))
  }
  return Object.keys(format).length === 0 ? undefined : format
}

/** A colour and its style are one thing under two names. */
function colourTwins(path: string): string[] {
  if (/ColorStyle$/.test(path)) return [path, path.slice(0, -'Style'.length)]
  return /Color$/.test(path) ? [path, `${path}Style`] : [path]
}

interface Content {
  readonly value?: string | number | boolean | undefined
  readonly formula?: string | undefined
}

function contentOf(given: unknown): Content {
  if (!isObject(given)) return {}
  if (typeof given.formulaValue === 'string') {
    if (!given.formulaValue.startsWith('=')) throw new Refusal(`Formula must start with '=': ${given.formulaValue}`)
    return { formula: bounded(given.formulaValue) }
  }
  if (typeof given.stringValue === 'string') return given.stringValue === '' ? {} : { value: bounded(given.stringValue) }
  if (typeof given.numberValue === 'number') return { value: given.numberValue }
  if (typeof given.boolValue === 'boolean') return { value: given.boolValue }
  return {}
}

function bounded(text: string): string {
  if (text.length <= MAX_CELL_CHARACTERS) return text
  throw new Refusal(`Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`)
}
