import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '../listen.ts'
import { Autosave } from './autosave.ts'
import { Files } from './drive/files.ts'
import { Editors } from './editors.ts'
import { Faults } from './faults.ts'
import { type AcceptedMail, Mailboxes } from './gmail/mailboxes.ts'
import { serve } from './http/serve.ts'
import { loadState, type SavedState, saveState } from './persistence/state.ts'
import { type QuotaLimits, Quotas } from './quotas.ts'
import { RequestLog } from './request-log.ts'
import { type Delegations, ServiceAccounts } from './sign-in-as/service-accounts.ts'
import { Buckets } from './storage/buckets.ts'

export interface GoogleApisOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number
  /** Source of positive ids below 2^31. */
  readonly randomId?: () => number
  /** Calls a minute; none are counted without. */
  readonly quotas?: QuotaLimits
  /** Takes the next free port when the wanted one is in use. */
  readonly nextFreePort?: boolean
  /** Buckets of Cloud Storage that are there from the start. */
  readonly buckets?: readonly string[]
  /** Service accounts that may act as users, each with the scopes for which it may. */
  readonly delegations?: Delegations
  /** Told of every mail that Gmail has accepted, when it stands in Sent. */
  readonly onMail?: (mail: AcceptedMail) => void
  /** What was saved here is taken in at the start; `save` writes here. */
  readonly folder?: string
  /** Saves by itself, so many milliseconds after an edit; without, only `save` does. */
  readonly saveAfterMs?: number
}

/** A running emulator of Google's Sheets and Drive APIs, and of the calls of Storage and Gmail that the outbox needs. */
export interface GoogleApis {
  readonly url: string
  readonly port: number
  /** All files, to look at and to change from a test. */
  readonly state: Files
  readonly buckets: Buckets
  readonly mailboxes: Mailboxes
  readonly serviceAccounts: ServiceAccounts
  readonly faults: Faults
  readonly editors: Editors
  readonly quotas: Quotas
  readonly requests: RequestLog
  /** Writes all files, buckets and mailboxes into the folder of the options. */
  save(): Promise<void>
  /** Writes all of them into the folder, each wholly or not at all. */
  saveTo(folder: string): Promise<void>
  /** Takes in what the folder holds, in place of what has the same id or name. */
  loadFrom(folder: string): Promise<void>
  close(): Promise<void>
}

const randomInt31 = () => 1 + Math.floor(Math.random() * 0x7ffffffe)

/** Starts the emulator on 127.0.0.1. */
export async function startGoogleApis(options: GoogleApisOptions = {}): Promise<GoogleApis> {
  const now = options.now ?? Date.now
  const sources = { now, randomId: options.randomId ?? randomInt31 }
  const saved: SavedState = {
    files: new Files(sources),
    buckets: new Buckets(sources),
    mailboxes: new Mailboxes(sources, options.onMail),
  }
  for (const name of options.buckets ?? []) saved.buckets.create(name)
  const { files: state, buckets, mailboxes } = saved
  // Before anything listens: a server that nobody gets would keep the process from ending.
  if (options.folder !== undefined && existsSync(options.folder)) await loadState(saved, options.folder)
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, apis).catch(() => outgoing.destroy())
  })
  await listen(server, options.port ?? 0, options.nextFreePort ?? false)
  const { port } = server.address() as AddressInfo
  const apis: GoogleApis = {
    url: `http://127.0.0.1:${port}`,
    port,
    state,
    buckets,
    mailboxes,
    serviceAccounts: new ServiceAccounts(options.delegations ?? {}),
    faults: new Faults(),
    editors: new Editors(state),
    quotas: new Quotas(options.quotas, now),
    requests: new RequestLog(),
    save: () => autosave?.save() ?? save(),
    saveTo: (folder) => saveState(saved, folder),
    loadFrom: (folder) => loadState(saved, folder),
    close: async () => {
      await autosave?.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
  const save = async () => {
    if (options.folder === undefined) throw new Error('The emulator was started without a folder to save to.')
    await saveState(saved, options.folder)
  }
  const autosave = options.saveAfterMs === undefined ? undefined : new Autosave(state, save, options.saveAfterMs)
  return apis
}
