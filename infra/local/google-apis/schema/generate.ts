/**
 * Writes the table of an API's types from its discovery document, without descriptions. The tables are committed;
 * to renew one, save the document of https://www.googleapis.com/discovery/v1/apis/sheets/v4/rest (or drive/v3, gmail/v1) and run
 *
 *   node infra/local/google-apis/schema/generate.ts path/to/discovery.json infra/local/google-apis/schema/sheets-v4.json
 *
 * A field is one word of text: a scalar (`string`, `int32`, `bool`, `double`, `any` …), `@Type`, or `enum:ONE|TWO`,
 * with `[]` before it for an array and `{}` for a map. An object described in place gets a type named `Owner.field`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface Property {
  type?: string
  format?: string
  $ref?: string
  enum?: string[]
  items?: Property
  properties?: Record<string, Property>
  additionalProperties?: Property
}

type Types = Record<string, Record<string, string>>

const SCALARS: Record<string, string> = { boolean: 'bool', number: 'double', integer: 'int32', string: 'string', any: 'any' }

function fieldKind(property: Property, name: string, types: Types): string {
  if (property.$ref) return `@${property.$ref}`
  if (property.type === 'array') return `[]${fieldKind(property.items ?? { type: 'any' }, name, types)}`
  if (property.additionalProperties) return `{}${fieldKind(property.additionalProperties, name, types)}`
  if (property.properties) {
    addType(name, property.properties, types)
    return `@${name}`
  }
  if (property.enum) return `enum:${property.enum.join('|')}`
  if (property.type === 'string' && property.format === 'int64') return 'int64'
  if (property.type === 'number' && property.format === 'float') return 'float'
  return SCALARS[property.type ?? 'any'] ?? 'any'
}

function addType(name: string, properties: Record<string, Property>, types: Types): void {
  const fields: Record<string, string> = {}
  types[name] = fields
  for (const [field, property] of Object.entries(properties)) fields[field] = fieldKind(property, `${name}.${field}`, types)
}

function tableOf(discovery: { schemas: Record<string, Property> }): string {
  const types: Types = {}
  for (const [name, schema] of Object.entries(discovery.schemas)) addType(name, schema.properties ?? {}, types)
  const lines = Object.entries(types).map(([name, fields]) => `${JSON.stringify(name)}:${JSON.stringify(fields)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

const [source, target] = process.argv.slice(2)
if (!source || !target) throw new Error('usage: generate.ts <discovery document> <table to write>')
writeFileSync(target, tableOf(JSON.parse(readFileSync(source, 'utf8'))))
