import { plainText } from './plain-text.ts'

/** A JSON object from a service; nothing is known of its fields before they are looked at. */
export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A count; `–` where the answer has none. */
export const countOf = (value: unknown): string =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? String(value) : '–'

export const textsOf = (value: unknown): string[] =>
  listOf(value)
    .map(plainText)
    .filter((text) => text !== '')
