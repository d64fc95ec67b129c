import type { Field } from './types.ts'

/** The value of a scalar field as JSON of proto3 writes it, undefined when the value is of another type. */
export function readScalar(value: unknown, field: Field): unknown {
  switch (field.kind) {
    case 'string':
      return typeof value === 'string' ? value : undefined
    case 'bool':
      return value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined
    case 'int32':
      return integer(value, 2 ** 31)
    case 'int64':
      return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : int64Text(value)
    case 'float':
    case 'double':
      return floating(value)
    case 'enum':
      return enumValue(value, field)
    default:
      return value
  }
}

function integer(value: unknown, limit: number): number | undefined {
  const number = numeric(value)
  return number !== undefined && Number.isInteger(number) && number >= -limit && number < limit ? number : undefined
}

function int64Text(value: unknown): string | undefined {
  const number = integer(value, 2 ** 63)
  return number === undefined ? undefined : String(number)
}

function floating(value: unknown): unknown {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : numeric(value)
}

function numeric(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : undefined
}

/** An enum's name, or its number as the position in the document, where 0 is the unspecified value. */
function enumValue(value: unknown, field: Field): string | undefined {
  if (typeof value === 'number') return [...field.values][value]
  return typeof value === 'string' && field.values.has(value) ? value : undefined
}

const SHARED_ENUMS: Record<string, string> = {
  dimension: 'Dimension',
  majorDimension: 'Dimension',
  valueInputOption: 'ValueInputOption',
  valueRenderOption: 'ValueRenderOption',
  responseValueRenderOption: 'ValueRenderOption',
  dateTimeRenderOption: 'DateTimeRenderOption',
  responseDateTimeRenderOption: 'DateTimeRenderOption',
}

/** The type as Google names it in `Invalid value at '…' (type)`. */
export function typeLabel(field: Field, owner: string): string {
  if (field.kind !== 'enum') return `TYPE_${field.kind.toUpperCase()}`
  const name = SHARED_ENUMS[field.name] ?? `${owner}.${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`
  return `type.googleapis.com/google.apps.sheets.v4.${name}`
}
