/**
 * Reads a request body as Google's JSON front end does: names and types are checked against the discovery document,
 * every violation is collected into one 400.
 *
 * Recorded: the texts for unknown names and for a value that is no list. The others follow answers that people quote
 * in public issues; the type names of enums are not in the discovery document, so those of nested enums are a guess.
 */
import { badRequest } from '../errors.ts'
import { isObject } from '../json.ts'
import { oneofViolation } from './oneofs.ts'
import { readScalar, typeLabel } from './scalars.ts'
import { type Field, fieldsOf, isDriveType } from './types.ts'

interface Violation {
  readonly field?: string
  readonly description: string
}

interface Reading {
  /** Steps from the body to the value being read: proto names and indexes. */
  readonly path: (string | number)[]
  readonly violations: Violation[]
  readonly lenient: boolean
}

/** The part of the request to which Google binds the body of these types; it begins the paths of its errors. */
const BODY_FIELDS: Record<string, string> = { ValueRange: 'data', Spreadsheet: 'spreadsheet', Draft: 'draft' }

/** The body with camelCase names and proper types; throws an ApiError 400 that names everything wrong in it. */
export function normalizeBody(typeName: string, body: unknown): unknown {
  const root = BODY_FIELDS[typeName]
  const reading: Reading = { path: root ? [root] : [], violations: [], lenient: isDriveType(typeName) }
  const result = readMessage(body ?? {}, typeName, reading)
  const { violations } = reading
  if (violations.length > 0) throw badRequest(violations.map(({ description }) => description).join('\n'), violations)
  return result
}

function readMessage(value: unknown, typeName: string, reading: Reading): unknown {
  if (!isObject(value)) return refuse(value, `type.googleapis.com/google.apps.sheets.v4.${typeName}`, reading)
  const fields = fieldsOf(typeName)
  const result: Record<string, unknown> = {}
  for (const name in value) {
    const inner = value[name]
    const field = fields.get(name)
    if (!field) {
      unknownName(name, 'Cannot find field.', reading)
    } else if (inner !== null && inner !== undefined) {
      const taken = oneofViolation(typeName, result, field.name)
      if (taken) report(`Invalid value at ${quotedPath(reading)} (oneof), ${taken}`, reading)
      reading.path.push(field.protoName)
      result[field.name] = readField(inner, field, typeName, reading)
      reading.path.pop()
    }
  }
  return result
}

function readField(value: unknown, field: Field, owner: string, reading: Reading): unknown {
  if (field.map) return readMap(value, field, owner, reading)
  if (field.array > 0) return readList(value, field, owner, reading)
  if (Array.isArray(value)) {
    reading.path.pop()
    unknownName(field.name, 'Proto field is not repeating, cannot start list.', reading)
    reading.path.push(field.protoName)
    return undefined
  }
  return readSingle(value, field, owner, reading)
}

function readSingle(value: unknown, field: Field, owner: string, reading: Reading): unknown {
  if (field.kind === 'message') return readMessage(value, field.type, reading)
  if (field.kind === 'any') return value
  const read = readScalar(value, field)
  return read === undefined ? refuse(value, typeLabel(field, owner), reading) : read
}

/** A list, or the single value that Google takes for a list of one. */
function readList(value: unknown, field: Field, owner: string, reading: Reading): unknown {
  if (!Array.isArray(value)) return [readElement(value, field, owner, reading)]
  return value.map((element, index) => {
    reading.path.push(index)
    const read = readElement(element, field, owner, reading)
    reading.path.pop()
    return read
  })
}

/** An element of a list; lists of lists are `google.protobuf.ListValue`, whose inner values are free. */
function readElement(value: unknown, field: Field, owner: string, reading: Reading): unknown {
  if (field.array < 2) return readSingle(value, field, owner, reading)
  return Array.isArray(value) ? value : refuse(value, 'type.googleapis.com/google.protobuf.ListValue', reading)
}

function readMap(value: unknown, field: Field, owner: string, reading: Reading): unknown {
  if (!isObject(value)) return refuse(value, 'map', reading)
  const entries = Object.entries(value).map(([key, inner]) => {
    reading.path.push(`value["${key}"]`)
    const read = readSingle(inner, field, owner, reading)
    reading.path.pop()
    return [key, read]
  })
  return Object.fromEntries(entries)
}

function refuse(value: unknown, label: string, reading: Reading): undefined {
  const shown = isObject(value) || Array.isArray(value) ? '' : `, ${JSON.stringify(value)}`
  report(`Invalid value at ${quotedPath(reading)} (${label})${shown}`, reading)
}

function unknownName(name: string, why: string, reading: Reading): void {
  if (reading.lenient) return
  const place = reading.path.length > 0 ? ` at ${quotedPath(reading)}` : ''
  report(`Invalid JSON payload received. Unknown name "${name}"${place}: ${why}`, reading)
}

function report(description: string, reading: Reading): void {
  const field = pathText(reading)
  reading.violations.push({ ...(field && { field }), description })
}

function quotedPath(reading: Reading): string {
  return `'${pathText(reading)}'`
}

function pathText(reading: Reading): string {
  return reading.path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step)).join('')
}
