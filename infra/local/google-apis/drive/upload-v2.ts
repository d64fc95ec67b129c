import { parse } from 'csv-parse/sync'
import { driveError } from '../errors.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { Sheet } from '../sheet.ts'
import { entered } from '../values/write-values.ts'
import { fileFor } from './access.ts'
import { type DriveFile, ownerOf, permissionId } from './files.ts'

const EXPORTS = {
  'application/x-vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/tab-separated-values': 'tsv',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'application/zip': 'zip',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}

/** Replaces a spreadsheet by uploaded CSV: one sheet named after the file; the file's time zone falls back to Drive's default. */
function upload(call: Call, id: string) {
  const file = fileFor(call, id, 'writer')
  const { spreadsheet } = file
  const rows = readCsv(call.request.text)
  spreadsheet.edit(() => {
    const sheetId = spreadsheet.newId((candidate) => spreadsheet.sheets.some((sheet) => sheet.sheetId === candidate))
    const width = Math.max(26, ...rows.map((row) => row.length))
    const sheet = new Sheet(sheetId, spreadsheet.title.slice(0, 100), {
      rowCount: Math.max(1000, rows.length),
      columnCount: width,
    })
    for (const [row, cells] of rows.entries()) {
      for (const [column, text] of cells.entries())
        sheet.grid.set(row, column, entered(undefined, text, 'USER_ENTERED', spreadsheet.locale))
    }
    spreadsheet.sheets = [sheet]
    spreadsheet.namedRanges = []
    spreadsheet.properties = { ...spreadsheet.properties, timeZone: 'America/Los_Angeles' }
  })
  return ok(describe(file, call.request.email))
}

function readCsv(text: string): string[][] {
  try {
    return parse(text, { relaxColumnCount: true, bom: true })
  } catch {
    throw driveError(400, 'badContent', 'Unable to read the uploaded content.')
  }
}

function describe(file: DriveFile, email: string): JsonObject {
  const self = `https://www.googleapis.com/drive/v2/files/${file.id}`
  const etag = `"${Buffer.from(file.modifiedTime).toString('base64url')}"`
  const owner = account(ownerOf(file))
  const size = '1024'
  return {
    kind: 'drive#file',
    userPermission: {
      id: 'me',
      type: 'user',
      role: ownerOf(file) === email ? 'owner' : 'writer',
      kind: 'drive#permission',
      selfLink: `${self}/permissions/me`,
      etag,
      pendingOwner: false,
    },
    selfLink: self,
    ownerNames: [ownerOf(file)],
    lastModifyingUserName: email,
    editable: true,
    writersCanShare: true,
    mimeType: file.mimeType,
    exportLinks: Object.fromEntries(
      Object.entries(EXPORTS).map(([type, format]) => [
        type,
        `https://docs.google.com/spreadsheets/export?id=${file.id}&exportFormat=${format}`,
      ]),
    ),
    parents: [
      {
        selfLink: `${self}/parents/root`,
        id: 'root',
        isRoot: true,
        kind: 'drive#parentReference',
        parentLink: 'https://www.googleapis.com/drive/v2/files/root',
      },
    ],
    thumbnailLink: `https://docs.google.com/feeds/vt?gd=true&id=${file.id}&v=1&sz=s220`,
    appDataContents: false,
    iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
    shared: file.permissions.length > 1,
    lastModifyingUser: account(email),
    owners: [owner],
    copyable: true,
    etag,
    alternateLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`,
    embedLink: `https://docs.google.com/spreadsheets/d/${file.id}/htmlembed?ouid=1`,
    fileSize: size,
    copyRequiresWriterPermission: false,
    spaces: ['drive'],
    id: file.id,
    title: file.spreadsheet.title,
    labels: { viewed: true, restricted: false, starred: false, hidden: false, trashed: file.trashed },
    explicitlyTrashed: false,
    createdDate: file.createdTime,
    modifiedDate: file.modifiedTime,
    modifiedByMeDate: file.modifiedTime,
    lastViewedByMeDate: file.modifiedTime,
    markedViewedByMeDate: new Date(0).toISOString(),
    quotaBytesUsed: size,
    version: String(file.spreadsheet.revision),
    capabilities: { canEdit: true, canCopy: true },
  }
}

function account(email: string): JsonObject {
  const picture = { url: 'https://lh3.googleusercontent.com/a/default-user=s64' }
  return {
    displayName: email,
    kind: 'drive#user',
    isAuthenticatedUser: true,
    permissionId: permissionId(email),
    emailAddress: email,
    picture,
  }
}

export const DRIVE_UPLOAD: Route = { method: 'PUT', path: /^\/upload\/drive\/v2\/files\/([^/]+)$/, kind: 'write', handle: upload }
