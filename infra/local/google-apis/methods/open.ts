import { callerOf } from '../drive/files.ts'
import { invalidArgument, notFound, Refusal } from '../errors.ts'
import type { Call } from '../http/route.ts'
import type { Caller } from '../protection.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** A spreadsheet and the rights of who calls. */
export interface Opened {
  readonly spreadsheet: Spreadsheet
  readonly caller: Caller
}

/** Opens the spreadsheet for the caller: 404 when it is gone, 403 when it is not shared with them. */
export function open({ files, request }: Call, id: string, need: 'read' | 'write'): Opened {
  const file = files.get(id)
  if (!file) throw notFound()
  return { spreadsheet: file.spreadsheet, caller: callerOf(file, request.email, need) }
}

/** Runs the step; a broken rule becomes a 400, with `prefix` before its message. */
export function refusing<T>(step: () => T, prefix = ''): T {
  try {
    return step()
  } catch (error) {
    throw error instanceof Refusal ? invalidArgument(prefix + error.message) : error
  }
}
