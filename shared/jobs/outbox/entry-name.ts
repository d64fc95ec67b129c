import { createHash } from 'node:crypto'
import type { MessageKind } from '../../model/outbox.ts'

/** What makes a message the only one of its kind: at most one is ever sent for it. */
export interface Slot {
  kind: MessageKind
  period: string
  /** Empty for a digest. */
  stage: string
  address: string
  /** `county`, `cluster:KEY` or `enterprise:NAME`. */
  audience: string
}

/** Neither names of objects nor keys carry an address: salted with the spreadsheet, a hash can't be looked up elsewhere. */
const hashOf = (spreadsheetId: string, text: string): string =>
  createHash('sha256').update(`${spreadsheetId}\n${text}`).digest('hex').slice(0, 20)

/** The folder of a spreadsheet's outbox. */
export const folderOf = (spreadsheetId: string): string => `outbox/${hashOf(spreadsheetId, '')}`

/** Begins the keys' last parts but one for everything that goes to the address. */
export const addressHash = (spreadsheetId: string, address: string): string => hashOf(spreadsheetId, address.trim().toLowerCase())

/** `digest.2026-W12.…`: names the message everywhere. */
export const keyOf = (spreadsheetId: string, { kind, period, stage, address, audience }: Slot): string =>
  [kind, period, addressHash(spreadsheetId, address), hashOf(spreadsheetId, `${stage}\n${audience}`)].join('.')

/** Where the messages of a kind and period lie; with a key, that message's object. */
export const periodPrefix = (spreadsheetId: string, kind: string, period: string): string =>
  `${folderOf(spreadsheetId)}/${kind}/${period}/`

/** The object of a key; null for a text that can't be one. */
export function nameOfKey(spreadsheetId: string, key: string): string | null {
  const match = /^(digest|reminder)\.([\w-]+)\.([0-9a-f]{20}\.[0-9a-f]{20})$/.exec(key)
  return match ? `${periodPrefix(spreadsheetId, match[1]!, match[2]!)}${match[3]}.json` : null
}
