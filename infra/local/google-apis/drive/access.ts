import { driveError, fileNotFound } from '../errors.ts'
import type { Call } from '../http/route.ts'
import { type DriveFile, type Role, roleOf } from './files.ts'

const RANK: Record<Role, number> = { reader: 1, commenter: 2, writer: 3, owner: 4 }

/** The file when the caller has at least that role in it. Drive hides files that are not shared: 404, not 403. */
export function fileFor({ files, request }: Call, id: string, least: Role): DriveFile {
  const file = files.get(id)
  const role = file && roleOf(file, request.email)
  if (!file || !role) throw fileNotFound(id)
  if (RANK[role] < RANK[least]) {
    throw driveError(403, 'insufficientFilePermissions', `The user does not have sufficient permissions for file ${id}.`)
  }
  return file
}
