import drive from './drive-v3.json' with { type: 'json' }
import gmail from './gmail-v1.json' with { type: 'json' }
import sheets from './sheets-v4.json' with { type: 'json' }
import storage from './storage-v1.json' with { type: 'json' }

/** What a field holds: `array` counts the lists around it, `map` says that its keys are free. */
export interface Field {
  readonly name: string
  /** The name as the .proto file and Google's error texts spell it. */
  readonly protoName: string
  readonly array: number
  readonly map: boolean
  readonly kind: 'message' | 'enum' | 'string' | 'int32' | 'int64' | 'float' | 'double' | 'bool' | 'any'
  readonly type: string
  readonly values: ReadonlySet<string>
}

/** Fields of a type by both spellings, camelCase and snake_case. */
export type Fields = ReadonlyMap<string, Field>

const tables: Record<string, Record<string, string>> = { ...storage, ...gmail, ...drive, ...sheets }
const known = new Map<string, Fields>()

/** Fields of a type of an emulated API. Of the two names that Gmail shares with the others, theirs is meant. */
export function fieldsOf(typeName: string): Fields {
  const found = known.get(typeName)
  if (found) return found
  const table = tables[typeName]
  if (!table) throw new Error(`no type ${typeName} in the tables`)
  const fields = new Map<string, Field>()
  for (const [name, text] of Object.entries(table)) {
    const field = parseField(name, text)
    fields.set(name, field)
    fields.set(field.protoName, field)
  }
  known.set(typeName, fields)
  return fields
}

/** Whether the type belongs to Drive or Storage, whose older front end is laxer about bodies and words its errors otherwise. */
export function isDriveType(typeName: string): boolean {
  return !(typeName in sheets || typeName in gmail)
}

function parseField(name: string, text: string): Field {
  const brackets = /^((?:\[\]|\{\})*)(.*)$/.exec(text)
  const around = brackets?.[1] ?? ''
  const rest = brackets?.[2] ?? ''
  const reference = rest.startsWith('@')
  const choices = rest.startsWith('enum:')
  return {
    name,
    protoName: snakeCase(name),
    array: around.split('[]').length - 1,
    map: around.includes('{}'),
    kind: reference ? 'message' : choices ? 'enum' : (rest as Field['kind']),
    type: reference ? rest.slice(1) : '',
    values: new Set(choices ? rest.slice(5).split('|') : []),
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
