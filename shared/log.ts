import type { Log, LogFields } from './ports.ts'

/** Longest text in a log field; what people typed never goes into one, but a title may. */
const MOST_CHARACTERS = 200

/** One JSON line an event in Cloud Logging's fields, written by `write`. */
export function jsonLog(write: (line: string) => void): Log {
  const line =
    (severity: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ severity, message: event, ...shortened(fields) }))
  return { info: line('INFO'), warn: line('WARNING'), error: line('ERROR') }
}

const shortened = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : value]),
  )

/** Says nothing: for commands whose output is the answer. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
