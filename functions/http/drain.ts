import type { Server } from 'node:http'
import type { Log } from '../../shared/ports.ts'

/** Cloud Run kills after ten seconds; what hasn't ended by then is told so while it can be. */
const MOST_MS = 7_000

export interface Calls {
  /** Calls under way. */
  size(): number
  /** Answers all of them that the instance is shutting down. */
  refuse(): void
}

/**
 * On SIGTERM or SIGINT: takes no new connection, lets calls under way end, answers the rest 503 so that the schedule tries again, and
 * ends the process with 0 (faults.md F08). Gives a question whether that has begun.
 */
export function drainOnSignal(server: Server, calls: Calls, log: Log): () => boolean {
  let draining = false
  const drain = () => {
    if (draining) return
    draining = true
    log.info('shutting down', { calls: calls.size() })
    const deadline = setTimeout(() => {
      calls.refuse()
      // A caller that doesn't take its answer isn't waited for.
      setTimeout(() => process.exit(0), 500)
    }, MOST_MS)
    server.close(() => {
      clearTimeout(deadline)
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.on('SIGTERM', drain)
  process.on('SIGINT', drain)
  return () => draining
}
