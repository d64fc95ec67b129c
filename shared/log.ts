import type { Log, LogFields } from './ports.ts'

/** Longest text in a log field; what people typed never goes into one, but a title may. */
const MOST_CHARACTERS = 200

/** One JSON line an event in Cloud Logging's fields, written by `write`; each carries the fields `always`. */
export function jsonLog(write: (line: string) => void, always: LogFields = {}): Log {
  const line =
    (severity: string) =>
    (event: string, fields: LogFields = {}) =>
      write(
        printable(
          JSON.stringify(
            Object.assign({ severity, message: event }, shortened({ ...fields, ...always }), { severity, message: event }),
          ),
        ),
      )
  return { info: line('INFO'), warn: line('WARNING'), error: line('ERROR') }
}

/** What JSON leaves as it is and a terminal or a viewer obeys: controls beyond ASCII, line separators, direction marks. */
const OBEYED = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu

/** The JSON with such characters as escapes, which read back as the same. */
const printable = (json: string): string =>
  json.replace(OBEYED, (character) =>
    Array.from({ length: character.length }, (_, unit) => escaped(character.charCodeAt(unit))).join(''),
  )

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

const shortened = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : value]),
  )

/** Says nothing: for commands whose output is the answer. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
