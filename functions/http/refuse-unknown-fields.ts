import { Failure } from '../../shared/errors.ts'

/** Throws `wrong-usage` for a field that nobody asked for: what is misspelt must not be taken for what is absent. */
export function refuseUnknownFields(rest: Readonly<Record<string, unknown>>): void {
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new Failure('wrong-usage', { what: `unknown field ${unknown.slice(0, 40)}` })
}
