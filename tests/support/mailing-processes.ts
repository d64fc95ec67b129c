import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startGoogleApis } from '../../infra/local/google-apis/server.ts'
import type { Behaviour } from '../../infra/local/mailbox/behaviour.ts'
import { startMailbox } from '../../infra/local/mailbox/mailbox.ts'
import { openObjectStore } from '../../shared/google/object-store.ts'
import { signIn } from '../../shared/google/sign-in.ts'
import type { Tally } from '../../shared/jobs/outbox/tally.ts'
import { type OutboxEntry, readEntry } from '../../shared/model/outbox.ts'
import { madePacing } from './made-pacing.ts'
import type { OutboxOrder } from './outbox-process.ts'

const BUCKET = 'county-outbox'
const PERIOD = '2026-W12'
const FIRST_RUN_MS = Date.parse('2026-03-16T00:00:00Z')
/** Longer than a claim holds. */
const BETWEEN_RUNS_MS = 2 * 3_600_000

/** At the `step`-th call or verb of the process it is killed: before that is acted upon, or after it was and before the answer. */
export interface Kill {
  step: number
  moment: 'before' | 'after'
}

export interface RunEnd {
  killed: boolean
  /** Calls and verbs that arrived. */
  steps: number
  tally: Tally | null
  stopped: string | null
}

/** A bucket and a mail provider that outlive the processes which send. */
export async function startMailing(script: string, by: 'smtp' | 'gmail') {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-kills-'))
  const apis = await startGoogleApis({ buckets: [BUCKET] })
  let arrive: () => Kill['moment'] | undefined = () => undefined
  const effectsOn = apis.faults.effectsOn.bind(apis.faults)
  apis.faults.effectsOn = (call) => {
    const moment = arrive()
    return moment ? [{ kind: moment === 'before' ? 'reset' : 'lost' }] : effectsOn(call)
  }
  const behaviour: Behaviour = ({ stage, recipient }) => {
    const moment = arrive()
    if (moment) return { kind: moment === 'before' ? 'drop' : 'lost' }
    return stage === 'RCPT' && recipient?.startsWith('bad') ? { kind: 'answer', reply: '550 5.1.1 No such user' } : undefined
  }
  const mailbox = by === 'smtp' ? await startMailbox({ folder, behaviour }) : null
  const store = openObjectStore({ access: signIn(apis.url, true), bucket: BUCKET, pacing: madePacing() })
  let runs = 0

  return {
    run: async (addresses: readonly string[], kill: Kill | null): Promise<RunEnd> => {
      const order: OutboxOrder = {
        googleUrl: apis.url,
        bucket: BUCKET,
        smtpUrl: mailbox?.url ?? null,
        run: `run-${++runs}`,
        startsAt: new Date(FIRST_RUN_MS + runs * BETWEEN_RUNS_MS).toISOString(),
        period: PERIOD,
        addresses,
      }
      const child = spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] })
      let steps = 0
      arrive = () => {
        if (++steps !== kill?.step) return undefined
        child.kill('SIGKILL')
        return kill.moment
      }
      const [output, errors, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
      arrive = () => undefined
      if (signal === 'SIGKILL') return { killed: true, steps, tally: null, stopped: null }
      if (code !== 0) throw new Error(`ended with ${code}: ${errors}`)
      return { killed: false, steps, ...(JSON.parse(output) as { tally: Tally; stopped: string | null }) }
    },
    entries: async (): Promise<OutboxEntry[]> => {
      const names = (await store.list('')).map(({ name }) => name).filter((name) => name.includes('/digest/'))
      return Promise.all(names.map(async (name) => readEntry((await store.read(name))!.text) as OutboxEntry))
    },
    /** Every message that the provider took, as it came. */
    accepted: async (): Promise<Buffer[]> =>
      mailbox
        ? Promise.all(mailbox.mails().map(({ name }) => readFile(join(folder, `${name}.eml`))))
        : apis.mailboxes.accepted.map(({ raw }) => Buffer.from(raw)),
    close: async () => {
      await Promise.all([apis.close(), mailbox?.close()])
      rmSync(folder, { recursive: true })
    },
  }
}
