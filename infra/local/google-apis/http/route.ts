import type { Files } from '../drive/files.ts'
import type { Mailboxes } from '../gmail/mailboxes.ts'
import type { ServiceAccounts } from '../sign-in-as/service-accounts.ts'
import type { Buckets } from '../storage/buckets.ts'
import type { Answer, ApiRequest } from './api-request.ts'

/** Calls are counted, limited and disturbed by what they do. */
export type CallKind = 'read' | 'write'

/** One method of the API. Groups of the pattern go to `handle`, decoded. */
export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly kind: CallKind
  /** Discovery schema of the answer, for `fields`. */
  readonly answers?: string
  readonly handle: (call: Call, ...groups: string[]) => Answer
}

export interface Call {
  readonly files: Files
  readonly buckets: Buckets
  readonly mailboxes: Mailboxes
  readonly serviceAccounts: ServiceAccounts
  readonly request: ApiRequest
}

/** A 200 with JSON. */
export function ok(body: object): Answer {
  return { status: 200, body }
}

export function findRoute(routes: readonly Route[], request: ApiRequest): { route: Route; groups: string[] } | undefined {
  for (const route of routes) {
    if (route.method !== request.method) continue
    // Clients in the field end an address in a slash, and are answered.
    const match = route.path.exec(request.path.replace(/(?<=.)\/$/, ''))
    if (match) return { route, groups: match.slice(1).map(decoded) }
  }
  return undefined
}

/** The group with its escapes undone; one that can't be is left as it was, and so names nothing. */
function decoded(group: string): string {
  try {
    return decodeURIComponent(group)
  } catch {
    return group
  }
}
