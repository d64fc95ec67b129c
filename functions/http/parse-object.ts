import { Failure } from '../../shared/errors.ts'

/** No body of ours is nested; this is ample. */
const MOST_LEVELS = 8

/** The tokens that decide about nesting and names; the rest of JSON's grammar is left to JSON.parse. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/**
 * The object that a JSON text holds, `{}` for an empty text. Throws `not-json` for anything else, and for what parsers disagree about: a
 * name given twice, `__proto__`, nesting beyond all need (security.md S08).
 */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {}
  guardNames(text)
  const parsed = parse(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Failure('not-json', { what: 'object' })
  return parsed as Record<string, unknown>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('not-json', { what: 'JSON' })
  }
}

function guardNames(text: string): void {
  const open: Set<string>[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') addName(open.at(-1), last)
    if (open.length > MOST_LEVELS) throw new Failure('not-json', { what: 'nesting' })
    last = token
  }
}

/** The same name may be written with other escapes, hence decoded. */
function addName(names: Set<string> | undefined, token: string): void {
  const name = parse(token)
  if (typeof name !== 'string' || name === '__proto__' || names?.has(name)) throw new Failure('not-json', { what: 'names' })
  names?.add(name)
}
