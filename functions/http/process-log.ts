import { jsonLog } from '../../shared/log.ts'
import type { Log, LogFields } from '../../shared/ports.ts'

/** The log of the process on standard output; on standard error once that fails, and a run never notices (faults.md F43). */
export function openProcessLog(): (fields: LogFields) => Log {
  let sink: NodeJS.WritableStream = process.stdout
  process.stdout.on('error', () => {
    sink = process.stderr
  })
  process.stderr.on('error', () => {})
  return (fields) => jsonLog((line) => void sink.write(`${line}\n`), fields)
}

/** Ends the process with a line in the log, and never with the error's own text, which may hold a token. */
export function logCrashes(log: Log): void {
  const crash = (thrown: unknown) => {
    log.error('crashed', { error: thrown instanceof Error ? thrown.name : typeof thrown })
    process.exit(1)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}
