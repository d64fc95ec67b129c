import type { Log, LogFields } from '../../shared/ports.ts'

export interface Logged {
  severity: string
  event: string
  fields: LogFields
}

/** A log that keeps its lines, to look at from a test. */
export function recordedLog(): { log: Log; logged: Logged[] } {
  const logged: Logged[] = []
  const record =
    (severity: string) =>
    (event: string, fields: LogFields = {}) =>
      void logged.push({ severity, event, fields })
  return { logged, log: { info: record('info'), warn: record('warn'), error: record('error') } }
}
