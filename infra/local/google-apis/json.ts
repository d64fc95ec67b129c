/** A JSON object whose shape the discovery document describes and the emulator only passes on. */
export type JsonObject = { readonly [key: string]: unknown }

/** Whether the value is a JSON object, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object without the keys whose value is undefined, zero, false, '' or an empty list: proto3 does not print defaults. */
export function withoutDefaults(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isDefault(value)))
}

function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === 0 || value === false || value === '' || isEmptyList(value)
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** The object without undefined values. */
export function defined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}

/** Value at a dotted path, undefined where a step is missing. */
export function valueAt(object: unknown, path: string): unknown {
  let value = object
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined
  return value
}

/** A copy of the object with the value at the dotted path replaced, or taken away when undefined or null. */
export function withValueAt(object: JsonObject, path: string, value: unknown): JsonObject {
  const dot = path.indexOf('.')
  const step = dot < 0 ? path : path.slice(0, dot)
  const { [step]: old, ...rest } = object
  if (dot < 0) return value === undefined || value === null ? rest : { ...object, [step]: value }
  const inner = withValueAt(isObject(old) ? old : {}, path.slice(dot + 1), value)
  return Object.keys(inner).length === 0 ? rest : { ...object, [step]: inner }
}

/** A copy of `target` with each path taken from `source`; `*` takes everything. */
export function withPaths(target: JsonObject, source: JsonObject, paths: readonly string[]): JsonObject {
  if (paths.includes('*')) return source
  let result = target
  for (const path of paths) result = withValueAt(result, path, valueAt(source, path))
  return result
}
