import { permissionDenied } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Caller } from '../protection.ts'
import { Sheet } from '../sheet.ts'
import { type Sources, Spreadsheet } from '../spreadsheet.ts'

export type Role = 'reader' | 'commenter' | 'writer' | 'owner'

export interface Permission {
  readonly id: string
  readonly type: 'user' | 'group' | 'domain' | 'anyone'
  readonly role: Role
  readonly emailAddress?: string | undefined
}

/** A spreadsheet as Drive sees it. */
export interface DriveFile {
  readonly id: string
  readonly mimeType: string
  readonly createdTime: string
  modifiedTime: string
  trashed: boolean
  permissions: readonly Permission[]
  spreadsheet: Spreadsheet
}

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet'

type Listener = (file: DriveFile) => void

/** All files of the emulated account. */
export class Files {
  readonly sources: Sources
  readonly #files = new Map<string, DriveFile>()
  readonly #listeners = new Set<Listener>()

  constructor(sources: Sources) {
    this.sources = sources
  }

  get all(): DriveFile[] {
    return [...this.#files.values()]
  }

  get(id: string): DriveFile | undefined {
    return this.#files.get(id)
  }

  /** A new spreadsheet of the owner's, without sheets. */
  create(owner: string, properties: JsonObject): DriveFile {
    const spreadsheet = new Spreadsheet(this.#newId(), properties, this.sources)
    return this.add(spreadsheet, owner)
  }

  /** The same with one empty sheet, as Drive creates it. */
  createWithSheet(owner: string, properties: JsonObject): DriveFile {
    const file = this.create(owner, properties)
    file.spreadsheet.sheets = [new Sheet(0, 'Sheet1')]
    return file
  }

  add(spreadsheet: Spreadsheet, owner: string): DriveFile {
    const now = this.time()
    const permissions = [{ id: permissionId(owner), type: 'user', role: 'owner', emailAddress: owner } as const]
    return this.put({
      id: spreadsheet.id,
      mimeType: SPREADSHEET_TYPE,
      createdTime: now,
      modifiedTime: now,
      trashed: false,
      permissions,
      spreadsheet,
    })
  }

  /** Takes a file in as it is, such as one that was saved. */
  put(file: DriveFile): DriveFile {
    this.#files.set(file.id, file)
    file.spreadsheet.onChange(() => {
      file.modifiedTime = this.time()
      for (const listener of this.#listeners) listener(file)
    })
    return file
  }

  delete(id: string): void {
    this.#files.delete(id)
  }

  /** Calls the listener after every edit of any file; the answer stops it. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  time(): string {
    return new Date(this.sources.now()).toISOString()
  }

  #newId(): string {
    let id = ''
    do {
      id = '1'
      while (id.length < 44) id += this.sources.randomId().toString(36)
      id = id.slice(0, 44)
    } while (this.#files.has(id))
    return id
  }
}

/** Stable id of a person's permission. */
export function permissionId(email: string): string {
  let hash = 7n
  for (const letter of email) hash = (hash * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 10_000_000_000_000_000_000n
  return hash.toString().padStart(20, '1')
}

const RANK: Record<Role, number> = { reader: 1, commenter: 2, writer: 3, owner: 4 }

/** The person's highest role in the file; undefined when it is not shared with them. */
export function roleOf(file: DriveFile, email: string): Role | undefined {
  const own = file.permissions.filter((permission) => permission.type === 'anyone' || permission.emailAddress === email)
  return own.map(({ role }) => role).sort((one, other) => RANK[other] - RANK[one])[0]
}

export function ownerOf(file: DriveFile): string {
  return file.permissions.find(({ role }) => role === 'owner')?.emailAddress ?? ''
}

/** The person as caller of the file; 403 when it is not shared with them for that. */
export function callerOf(file: DriveFile, email: string, need: 'read' | 'write'): Caller {
  const role = roleOf(file, email)
  if (!role || (need === 'write' && RANK[role] < RANK.writer)) throw permissionDenied()
  return { email, isOwner: role === 'owner', ownerEmail: ownerOf(file) }
}
