import type { JsonObject } from '../json.ts'
import { type DriveFile, ownerOf, permissionId, roleOf } from './files.ts'

/** What Drive answers when nothing else is asked for. */
export function briefFile(file: DriveFile): JsonObject {
  return { kind: 'drive#file', id: file.id, name: file.spreadsheet.title, mimeType: file.mimeType }
}

/** Everything the emulator knows of a file; `fields` picks from it. */
export function fullFile(file: DriveFile, email: string): JsonObject {
  const owner = ownerOf(file)
  const role = roleOf(file, email)
  return {
    ...briefFile(file),
    trashed: file.trashed,
    starred: false,
    shared: file.permissions.length > 1,
    ownedByMe: owner === email,
    version: String(file.spreadsheet.revision),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    webViewLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`,
    owners: [person(owner, email)],
    permissions: file.permissions.map((permission) => ({ kind: 'drive#permission', ...permission })),
    capabilities: { canEdit: role === 'writer' || role === 'owner', canCopy: true },
  }
}

function person(owner: string, me: string): JsonObject {
  return { kind: 'drive#user', displayName: owner, me: owner === me, permissionId: permissionId(owner), emailAddress: owner }
}
