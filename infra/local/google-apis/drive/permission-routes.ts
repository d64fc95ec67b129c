import { driveError } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { isObject } from '../json.ts'
import { fileFor } from './access.ts'
import { type DriveFile, type Permission, permissionId, type Role } from './files.ts'

const ROLES: readonly string[] = ['reader', 'commenter', 'writer', 'owner']
const TYPES: readonly string[] = ['user', 'group', 'domain', 'anyone']

function shown(call: Call, permission: Permission) {
  const brief = { kind: 'drive#permission', id: permission.id, type: permission.type, role: permission.role }
  return call.request.query.get('fields') ? { ...brief, emailAddress: permission.emailAddress } : brief
}

function given(call: Call): { role: Role | undefined; type: Permission['type']; emailAddress: string | undefined } {
  const body = jsonBody(call.request)
  const { role, type = 'user', emailAddress } = isObject(body) ? body : {}
  if (role !== undefined && !ROLES.includes(String(role)))
    throw driveError(400, 'invalid', 'The specified role is invalid.', 'permission.role')
  if (!TYPES.includes(String(type))) throw driveError(400, 'invalid', 'The specified type is invalid.', 'permission.type')
  return {
    role: role as Role | undefined,
    type: type as Permission['type'],
    emailAddress: typeof emailAddress === 'string' ? emailAddress : undefined,
  }
}

function create(call: Call, id: string) {
  const file = fileFor(call, id, 'writer')
  const { role, type, emailAddress } = given(call)
  if (!role) throw driveError(400, 'required', 'The permission role field is required.')
  if (type !== 'anyone' && !emailAddress)
    throw driveError(400, 'invalid', 'The specified emailAddress is invalid or not applicable for the given permission type.')
  const permission = {
    id: emailAddress ? permissionId(emailAddress) : 'anyoneWithLink',
    type,
    role,
    ...(emailAddress && { emailAddress }),
  }
  file.permissions = [...file.permissions.filter((other) => other.id !== permission.id), permission]
  return ok(shown(call, permission))
}

function list(call: Call, id: string) {
  const file = fileFor(call, id, 'reader')
  return ok({ kind: 'drive#permissionList', permissions: file.permissions.map((permission) => shown(call, permission)) })
}

function find(file: DriveFile, permissionId: string): Permission {
  const permission = file.permissions.find((own) => own.id === permissionId)
  if (!permission) throw driveError(404, 'notFound', `Permission not found: ${permissionId}.`, 'permissionId')
  return permission
}

function get(call: Call, id: string, permissionId: string) {
  return ok(shown(call, find(fileFor(call, id, 'reader'), permissionId)))
}

function update(call: Call, id: string, permissionId: string) {
  const file = fileFor(call, id, 'writer')
  const old = find(file, permissionId)
  const next = { ...old, role: given(call).role ?? old.role }
  file.permissions = file.permissions.map((own) => (own === old ? next : own))
  return ok(shown(call, next))
}

function remove(call: Call, id: string, permissionId: string) {
  const file = fileFor(call, id, 'writer')
  const old = find(file, permissionId)
  if (old.role === 'owner') throw driveError(403, 'cannotRemoveOwner', "The owner of a file can't be removed.")
  file.permissions = file.permissions.filter((own) => own !== old)
  return { status: 204 }
}

const ALL = /^\/drive\/v3\/files\/([^/]+)\/permissions$/
const ONE = /^\/drive\/v3\/files\/([^/]+)\/permissions\/([^/]+)$/

export const DRIVE_PERMISSIONS: readonly Route[] = [
  { method: 'POST', path: ALL, kind: 'write', answers: 'Permission', handle: create },
  { method: 'GET', path: ALL, kind: 'read', answers: 'PermissionList', handle: list },
  { method: 'GET', path: ONE, kind: 'read', answers: 'Permission', handle: get },
  { method: 'PATCH', path: ONE, kind: 'write', answers: 'Permission', handle: update },
  { method: 'DELETE', path: ONE, kind: 'write', handle: remove },
]
