import { driveError } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { isObject, type JsonObject } from '../json.ts'
import { fileFor } from './access.ts'
import { copySpreadsheet } from './copy-spreadsheet.ts'
import { renderedCsv } from './csv.ts'
import { briefFile, fullFile } from './describe-file.ts'
import { type DriveFile, roleOf, SPREADSHEET_TYPE } from './files.ts'
import { fileQuery } from './query.ts'

/** A brief file, or a full one for `fields` to pick from. */
function shown(call: Call, file: DriveFile) {
  return ok(call.request.query.get('fields') ? fullFile(file, call.request.email) : briefFile(file))
}

function body(call: Call): JsonObject {
  const given = jsonBody(call.request)
  return isObject(given) ? given : {}
}

function create(call: Call) {
  const { name, mimeType = SPREADSHEET_TYPE } = body(call)
  if (mimeType !== SPREADSHEET_TYPE) throw driveError(501, 'notImplemented', `The emulator holds no files of type ${mimeType}.`)
  const title = typeof name === 'string' ? name : 'Untitled'
  return shown(call, call.files.createWithSheet(call.request.email, { title }))
}

function get(call: Call, id: string) {
  return shown(call, fileFor(call, id, 'reader'))
}

function update(call: Call, id: string) {
  const file = fileFor(call, id, 'writer')
  const { name, trashed } = body(call)
  const { spreadsheet } = file
  if (typeof name === 'string')
    spreadsheet.edit(() => Object.assign(spreadsheet, { properties: { ...spreadsheet.properties, title: name } }))
  if (typeof trashed === 'boolean') file.trashed = trashed
  return shown(call, file)
}

function remove(call: Call, id: string) {
  fileFor(call, id, 'owner')
  call.files.delete(id)
  return { status: 204 }
}

function list(call: Call) {
  const { query, email } = call.request
  const matches = fileQuery(query.get('q') ?? '')
  const size = Math.min(1000, Math.max(1, Number(query.get('pageSize') ?? 100) || 100))
  const start = Number(query.get('pageToken') ?? 0) || 0
  const found = call.files.all.filter((file) => roleOf(file, email) && matches(file)).reverse()
  const page = found.slice(start, start + size).map((file) => (query.get('fields') ? fullFile(file, email) : briefFile(file)))
  const next = start + size < found.length ? { nextPageToken: String(start + size) } : {}
  return ok({ kind: 'drive#fileList', incompleteSearch: false, files: page, ...next })
}

function copy(call: Call, id: string) {
  const file = fileFor(call, id, 'reader')
  const { name } = body(call)
  const title = typeof name === 'string' ? name : `Copy of ${file.spreadsheet.title}`
  return shown(call, copySpreadsheet(call.files, file, title, call.request.email))
}

function exported(call: Call, id: string) {
  const { spreadsheet } = fileFor(call, id, 'reader')
  const type = call.request.query.get('mimeType') ?? ''
  const separator = { 'text/csv': ',', 'text/tab-separated-values': '\t' }[type]
  if (!separator) throw driveError(501, 'notImplemented', `The emulator does not export ${type}.`)
  return { status: 200, type, text: renderedCsv(spreadsheet, separator) }
}

function comments(call: Call, id: string) {
  fileFor(call, id, 'reader')
  return ok({ kind: 'drive#commentList', comments: [] })
}

export const DRIVE_FILES: readonly Route[] = [
  { method: 'POST', path: /^\/drive\/v3\/files$/, kind: 'write', answers: 'File', handle: create },
  { method: 'GET', path: /^\/drive\/v3\/files$/, kind: 'read', answers: 'FileList', handle: list },
  { method: 'GET', path: /^\/drive\/v3\/files\/([^/]+)$/, kind: 'read', answers: 'File', handle: get },
  { method: 'PATCH', path: /^\/drive\/v3\/files\/([^/]+)$/, kind: 'write', answers: 'File', handle: update },
  { method: 'DELETE', path: /^\/drive\/v3\/files\/([^/]+)$/, kind: 'write', handle: remove },
  { method: 'POST', path: /^\/drive\/v3\/files\/([^/]+)\/copy$/, kind: 'write', answers: 'File', handle: copy },
  { method: 'GET', path: /^\/drive\/v3\/files\/([^/]+)\/export$/, kind: 'read', handle: exported },
  { method: 'GET', path: /^\/drive\/v3\/files\/([^/]+)\/comments$/, kind: 'read', answers: 'CommentList', handle: comments },
]
