import { storageError } from '../errors.ts'
import type { Answer, ApiRequest } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { isObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import type { NewBlob } from './buckets.ts'
import { describeObject } from './describe-object.ts'
import { bucketFor } from './find-object.ts'
import { preconditionsOf } from './preconditions.ts'
import { readRelatedParts } from './read-related-parts.ts'

const MOST_NAME_BYTES = 1024

/** Stores an object sent plainly (`uploadType=media`) or with its metadata before it (`uploadType=multipart`). */
function insert(call: Call, bucketName: string): Answer {
  const { request } = call
  const bucket = bucketFor(call, bucketName)
  const blob = uploaded(request)
  if (blob.name === '') throw storageError(400, 'required', 'Required')
  if (Buffer.byteLength(blob.name) > MOST_NAME_BYTES || /[\r\n]/.test(blob.name)) {
    throw storageError(400, 'invalid', 'The specified object name is not valid.')
  }
  return ok(describeObject(bucketName, bucket.insert(blob, preconditionsOf(request.query))))
}

function uploaded(request: ApiRequest): NewBlob {
  const named = request.query.get('name') ?? ''
  const kind = request.query.get('uploadType')
  if (kind === 'media') return { name: named, content: request.content, contentType: typeOr(request.type) }
  if (kind !== 'multipart') throw storageError(501, 'notImplemented', `The emulator does not implement uploadType=${kind}.`)
  const [first, second] = readRelatedParts(request)
  const metadata = normalizeBody('Object', readJson(first.content.toString('utf8'))) as Partial<NewBlob>
  return {
    name: named || (metadata.name ?? ''),
    content: second.content,
    contentType: metadata.contentType ?? typeOr(second.type),
    metadata: metadata.metadata,
  }
}

const typeOr = (type: string): string => type || 'application/octet-stream'

function readJson(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    // Answered as Google does, below.
  }
  throw storageError(400, 'parseError', 'Metadata part is not valid JSON.')
}

export const STORAGE_UPLOAD: Route = {
  method: 'POST',
  path: /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/,
  kind: 'write',
  answers: 'Object',
  handle: insert,
}
