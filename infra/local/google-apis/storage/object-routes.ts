import { ApiError, noSuchObject, storageError } from '../errors.ts'
import type { Answer } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { describeObject, mediaHeaders } from './describe-object.ts'
import { bucketFor, objectFor } from './find-object.ts'
import { checkPreconditions, preconditionsOf } from './preconditions.ts'

const MOST_PER_PAGE = 1000

/** Metadata, or the content with `alt=media`. */
function get(call: Call, bucket: string, name: string): Answer {
  const { query } = call.request
  const media = query.get('alt') === 'media'
  try {
    const blob = objectFor(call, bucket, name)
    checkPreconditions(blob, preconditionsOf(query))
    if (!media) return ok(describeObject(bucket, blob))
    return { status: 200, bytes: blob.content, type: blob.contentType, headers: mediaHeaders(blob) }
  } catch (error) {
    // Where content is asked for, Google words its refusals in plain text.
    if (!media || !(error instanceof ApiError)) throw error
    return { status: error.status, type: 'text/html; charset=UTF-8', text: error.message }
  }
}

function remove(call: Call, bucketName: string, name: string): Answer {
  const bucket = bucketFor(call, bucketName)
  if (!bucket.delete(name, preconditionsOf(call.request.query))) throw noSuchObject(`${bucketName}/${name}`)
  return { status: 204 }
}

/** A page of names; the token is the last name seen, so that pages hold together while objects come and go. */
function list(call: Call, bucketName: string): Answer {
  const { query } = call.request
  if (query.has('delimiter')) throw storageError(501, 'notImplemented', 'The emulator does not implement delimiter.')
  if (query.get('versions') === 'true') return listVersions(call, bucketName)
  const after = lastSeen(query.get('pageToken'))
  const size = Math.min(MOST_PER_PAGE, Math.max(1, Number(query.get('maxResults') ?? MOST_PER_PAGE) || MOST_PER_PAGE))
  const left = bucketFor(call, bucketName)
    .list(query.get('prefix') ?? '')
    .filter(({ name }) => after === undefined || Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0)
  const page = left.slice(0, size)
  const last = page.at(-1)
  return ok({
    kind: 'storage#objects',
    ...(last && left.length > page.length && { nextPageToken: Buffer.from(last.name).toString('base64') }),
    ...(page.length > 0 && { items: page.map((blob) => describeObject(bucketName, blob)) }),
  })
}

/** All versions of one object, named by the whole of its name. */
function listVersions(call: Call, bucketName: string): Answer {
  const name = call.request.query.get('prefix') ?? ''
  const found = bucketFor(call, bucketName).versions(name)
  return ok({
    kind: 'storage#objects',
    ...(found.length > 0 && { items: found.map((blob) => describeObject(bucketName, blob)) }),
  })
}

const lastSeen = (token: string | null): string | undefined =>
  token === null || token === '' ? undefined : Buffer.from(token, 'base64').toString('utf8')

export const STORAGE_OBJECTS: readonly Route[] = [
  { method: 'GET', path: /^\/storage\/v1\/b\/([^/]+)\/o$/, kind: 'read', answers: 'Objects', handle: list },
  { method: 'GET', path: /^\/storage\/v1\/b\/([^/]+)\/o\/([^/]+)$/, kind: 'read', answers: 'Object', handle: get },
  { method: 'DELETE', path: /^\/storage\/v1\/b\/([^/]+)\/o\/([^/]+)$/, kind: 'write', handle: remove },
]
