/**
 * Field masks: `fields` of a query selects what an answer shows, `fields` inside a batchUpdate says what it changes.
 *
 * Recorded: the body for an unknown path of a Sheets answer, and that a step may be written with `.` or `/`. Measured by
 * others: Sheets takes a blank after a comma for part of the name, Drive ignores it. The body for an unknown path of
 * an update is not settled; it is given in the same form as that for an answer.
 */
import { type ApiError, driveError, sheetsError } from '../errors.ts'
import { isObject } from '../json.ts'
import { MaskSyntaxError, type MaskTree, readMaskTree } from './mask-syntax.ts'
import { type Field, fieldsOf, isDriveType } from './types.ts'

/** What a mask keeps: everything below this point, or only the named fields. */
export interface Mask {
  readonly all: boolean
  readonly fields: ReadonlyMap<string, Mask>
}

/** Keeps all. */
export const EVERYTHING: Mask = { all: true, fields: new Map() }

/** The mask over an answer of the given type; an absent or empty one keeps everything. Throws an ApiError 400. */
export function parseFieldMask(typeName: string, mask: string | undefined): Mask {
  if (mask === undefined || mask === '') return EVERYTHING
  return resolveTree(treeOf(typeName, mask), typeName, '', typeName)
}

/** A large sheet has very many of them. */
const EMPTY: Record<string, unknown> = Object.freeze({})

/** The value with only what the mask names; an object of which nothing is named stays as `{}`. */
export function applyFieldMask(mask: Mask, value: unknown): unknown {
  if (mask.all) return value
  if (Array.isArray(value)) return value.map((element) => applyFieldMask(mask, element))
  if (!isObject(value)) return value
  let result: Record<string, unknown> = EMPTY
  for (const name in value) {
    const below = mask.fields.get(name)
    if (!below) continue
    if (result === EMPTY) result = {}
    result[name] = applyFieldMask(below, value[name])
  }
  return result
}

/** The mask at a dotted path; undefined where nothing at or below it is kept. */
export function maskAt(mask: Mask, path: string): Mask | undefined {
  let node: Mask | undefined = mask
  for (const step of path.split('.')) {
    if (node.all) return node
    node = node.fields.get(step)
    if (!node) return undefined
  }
  return node
}

/** Dotted camelCase paths that an update of the given type changes; `['*']` for all. Throws an ApiError 400. */
export function updatePaths(typeName: string, mask: string): string[] {
  return pathsOf(resolveTree(treeOf(typeName, mask), typeName, '', typeName))
}

function pathsOf(mask: Mask): string[] {
  if (mask.all) return ['*']
  return [...mask.fields].flatMap(([name, below]) => (below.all ? [name] : pathsOf(below).map((path) => `${name}.${path}`)))
}

function treeOf(typeName: string, mask: string): MaskTree {
  try {
    return readMaskTree(isDriveType(typeName) ? mask.replaceAll(' ', '') : mask)
  } catch (error) {
    if (error instanceof MaskSyntaxError) throw unknownPath(typeName, mask)
    throw error
  }
}

/** Checks the steps against the type; `rootType` decides in whose words an unknown one is refused. */
function resolveTree(tree: MaskTree, typeName: string, prefix: string, rootType: string): Mask {
  const known = fieldsOf(typeName)
  const fields = new Map<string, Mask>()
  for (const [step, below] of tree) {
    const path = `${prefix}${step}`
    if (step === '*' && below.size === 0) return EVERYTHING
    if (step === '*') {
      for (const field of known.values()) {
        if (leadsOn(field, below)) fields.set(field.name, resolveField(field, below, path, rootType))
      }
      continue
    }
    const field = known.get(step)
    if (!field) throw unknownPath(rootType, path)
    fields.set(field.name, resolveField(field, below, path, rootType))
  }
  return { all: false, fields }
}

/** Whether a field matched by `*` has what stands below it. */
function leadsOn(field: Field, below: MaskTree): boolean {
  if (field.kind !== 'message') return false
  return [...below.keys()].every((step) => step === '*' || fieldsOf(field.type).has(step))
}

function resolveField(field: Field, below: MaskTree, path: string, rootType: string): Mask {
  if (below.size === 0 || field.map) return EVERYTHING
  if (field.kind !== 'message') throw unknownPath(rootType, `${path}.${[...below.keys()][0]}`)
  return resolveTree(below, field.type, `${path}.`, rootType)
}

function unknownPath(typeName: string, path: string): ApiError {
  if (isDriveType(typeName)) return driveError(400, 'invalidParameter', `Invalid field selection ${path}`, 'fields')
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`
  return sheetsError(400, 'Request contains an invalid argument.', [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: path, description }] },
  ])
}
