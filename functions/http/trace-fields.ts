import type { IncomingHttpHeaders } from 'node:http'
import type { LogFields } from '../../shared/ports.ts'

/** The trace of a call in Cloud Logging's fields, from `traceparent` or Google's older header; nothing without a well-formed one. */
export function traceFields(headers: IncomingHttpHeaders, project: string | undefined): LogFields {
  const [, trace, span] =
    /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-/.exec(String(headers.traceparent ?? '')) ??
    /^([\da-f]{32})(?:\/|;|$)/.exec(String(headers['x-cloud-trace-context'] ?? '')) ??
    []
  if (!trace) return {}
  return {
    'logging.googleapis.com/trace': project ? `projects/${project}/traces/${trace}` : trace,
    ...(span ? { 'logging.googleapis.com/spanId': span } : {}),
  }
}
