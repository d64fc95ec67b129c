import { expect, it } from 'vitest'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { seededRandom } from '../../../shared/model/seeded-random.ts'
import type { Mail, MailDoor } from '../../../shared/ports.ts'
import { mailTo, startGmail, UNCERTAIN } from './mails.ts'

const EFFECTS: Effect[] = [
  ...UNCERTAIN,
  { kind: 'status', status: 403, reason: 'rateLimitExceeded' },
  { kind: 'status', status: 403, reason: 'dailyLimitExceeded' },
]

/** What is known of a mail from one run to the next. */
interface Known {
  draft: string | null
  asked: boolean
  done: boolean
}

/** One run over all mails, as an outbox does it; `killed` says at which steps the program dies, having called but not recorded. */
async function run(door: MailDoor, mails: readonly Mail[], known: Map<string, Known>, killed: () => boolean): Promise<void> {
  for (const mail of mails) {
    const entry = known.get(mail.key)!
    if (entry.done) continue
    if (entry.asked && (await door.reconcile(mail, entry.draft)) === 'sent') {
      entry.done = true
      continue
    }
    if (entry.draft === null) {
      const id = await door.prepare(mail)
      if (killed()) return
      entry.draft = id
    }
    entry.asked = true
    const outcome = await door.send(mail, entry.draft)
    if (killed()) return
    if (outcome.state === 'sent') entry.done = true
    if (outcome.state === 'stopped') return
  }
}

it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'four mails leave once each whatever breaks, seed %i',
  async (seed) => {
    const { apis, open, left } = await startGmail()
    const random = seededRandom(seed)
    const mails = ['a', 'b', 'c', 'd'].map((name) => mailTo(`${name}@example.test`, `key-${name}`))
    const known = new Map(mails.map(({ key }): [string, Known] => [key, { draft: null, asked: false, done: false }]))
    for (let count = 0; count < 12; count++) {
      const effect = EFFECTS[Math.floor(random() * EFFECTS.length)]!
      apis.faults.add({ on: { pattern: '/gmail/' }, nth: 1 + Math.floor(random() * 40), effect })
    }
    const dies = () => random() < 0.25
    for (let runs = 0; runs < 30 && [...known.values()].some(({ done }) => !done); runs++) {
      if (runs === 20) apis.faults.clear()
      await run(open(), mails, known, runs < 20 ? dies : () => false).catch(() => undefined)
    }
    expect(left()).toEqual(Object.fromEntries(mails.map(({ key }) => [key, 1])))
    expect([...known.values()].map(({ done }) => done)).toEqual([true, true, true, true])
    expect(apis.mailboxes.of('tallysheet@example.test').drafts).toEqual([])
  },
)
