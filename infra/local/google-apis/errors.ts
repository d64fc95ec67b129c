/** An answer of Google's with a failing status; `body` is the JSON sent to the caller. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly body: object

  constructor(status: number, message: string, body: object) {
    super(message)
    this.status = status
    this.body = body
  }
}

const STATUS_NAMES: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
}

/** An error in the envelope of Sheets. */
export function sheetsError(status: number, message: string, details?: object[]): ApiError {
  const error = { code: status, message, status: STATUS_NAMES[status] ?? 'UNKNOWN', ...(details && { details }) }
  return new ApiError(status, message, { error })
}

/** 400 with a plain message. */
export function invalidArgument(message: string): ApiError {
  return sheetsError(400, message)
}

/** 400 that names the offending fields, as Google's JSON and field mask parsers answer. */
export function badRequest(message: string, fieldViolations: { field?: string; description: string }[]): ApiError {
  return sheetsError(400, message, [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }])
}

/** 404 of Sheets. */
export function notFound(): ApiError {
  return sheetsError(404, 'Requested entity was not found.')
}

/** 403 of Sheets, for a caller with whom the file is not shared. */
export function permissionDenied(): ApiError {
  return sheetsError(403, 'The caller does not have permission')
}

/** 501, for what the emulator does not have: an answer of ours, not one of Google's. */
export function notImplemented(what: string): ApiError {
  return sheetsError(501, `The emulator does not implement ${what}.`)
}

/** 429 with the body recorded from Google when a user's minute is used up. */
export function quotaExceeded(kind: 'read' | 'write', limit: number): ApiError {
  const name = kind === 'read' ? 'Read requests' : 'Write requests'
  const message =
    `Quota exceeded for quota metric '${name}' and limit '${name} per minute per user' of service ` +
    `'sheets.googleapis.com' for consumer 'project_number:000000000000'.`
  return sheetsError(429, message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        service: 'sheets.googleapis.com',
        consumer: 'projects/000000000000',
        quota_limit: kind === 'read' ? 'ReadRequestsPerMinutePerUser' : 'WriteRequestsPerMinutePerUser',
        quota_limit_value: String(limit),
        quota_metric: `sheets.googleapis.com/${kind}_requests`,
        quota_unit: '1/min/{project}/{user}',
      },
    },
  ])
}

/** An error in the envelope of Drive, which lists `errors` and has no `status`. */
export function driveError(status: number, reason: string, message: string, location?: string): ApiError {
  const at = location ? { locationType: 'parameter', location } : {}
  const entry = { message, domain: 'global', reason, ...at }
  return new ApiError(status, message, { error: { code: status, message, errors: [entry] } })
}

/** 404 of Drive. */
export function fileNotFound(fileId: string): ApiError {
  return driveError(404, 'notFound', `File not found: ${fileId}.`, 'fileId')
}

/** An error in the envelope of Storage: that of Drive, without `status`. */
export function storageError(status: number, reason: string, message: string): ApiError {
  return new ApiError(status, message, { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } })
}

/** 404 of Storage for an object, which it calls BUCKET/NAME. */
export function noSuchObject(path: string): ApiError {
  return storageError(404, 'notFound', `No such object: ${path}`)
}

export function noSuchBucket(): ApiError {
  return storageError(404, 'notFound', 'The specified bucket does not exist.')
}

/** 412 of Storage. */
export function conditionNotMet(): ApiError {
  const message = 'At least one of the pre-conditions you specified did not hold.'
  const entry = { message, domain: 'global', reason: 'conditionNotMet', locationType: 'header', location: 'If-Match' }
  return new ApiError(412, message, { error: { code: 412, message, errors: [entry] } })
}

/** An error in the envelope of Gmail, which has both `errors` and `status`. */
export function gmailError(status: number, reason: string, message: string, domain = 'global'): ApiError {
  const name = STATUS_NAMES[status] ?? 'UNKNOWN'
  return new ApiError(status, message, { error: { code: status, message, errors: [{ message, domain, reason }], status: name } })
}

/** 429 of Gmail when the mailbox has sent all that it may in a day. */
export function mailSendingLimit(retryAfter: string): ApiError {
  return gmailError(
    429,
    'rateLimitExceeded',
    `User-rate limit exceeded.  Retry after ${retryAfter} (Mail sending)`,
    'usageLimits',
  )
}

/**
 * A rule of the spreadsheet that an edit breaks. The HTTP surface turns it into a 400; batchUpdate first puts
 * `Invalid requests[i].kind: ` before the message.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
