import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWaiting } from '../../../shared/model/outbox.ts'
import { seededRandom } from '../../../shared/model/seeded-random.ts'
import { buildFunction } from '../../support/function-process.ts'
import { type Kill, startMailing } from '../../support/mailing-processes.ts'

// faults.md F09 to F11, I1: real processes that send through the real doors are really killed (SIGKILL) before or after a call to Storage
// or Gmail or a verb of SMTP takes effect, and started again. A failure is replayed by its seed alone:
//   TALLYSHEET_SEED=123 npx vitest run --config tests/vitest.config.ts send-digest/kills
// A longer search: TALLYSHEET_SEEDS=200

const SEEDS =
  process.env.TALLYSHEET_SEED === undefined
    ? Array.from({ length: Number(process.env.TALLYSHEET_SEEDS ?? 24) }, (_, index) => index + 1)
    : [Number(process.env.TALLYSHEET_SEED)]
const ALL = process.env.TALLYSHEET_SEED === undefined
const ADDRESSES = ['a@example.cn', 'bad@example.cn', 'c@example.cn']
const MOST_KILLS = 3
const AT_ONCE = 2

let built: Awaited<ReturnType<typeof buildFunction>>
beforeAll(async () => {
  built = await buildFunction('tests/support/outbox-process.ts')
})
afterAll(() => built?.remove())

interface Seen {
  kills: number
  accepted: number
  sent: number
  rejected: number
  needsDecision: number
}

/** How many calls and verbs a run makes that nobody kills. */
async function stepsOf(by: 'smtp' | 'gmail'): Promise<number> {
  const mailing = await startMailing(built.script, by)
  const { steps } = await mailing.run(ADDRESSES, null)
  await mailing.close()
  return steps
}

async function live(seed: number, by: 'smtp' | 'gmail', steps: number, seen: Seen): Promise<void> {
  const random = seededRandom(seed)
  const mailing = await startMailing(built.script, by)
  try {
    const kills = 1 + Math.floor(random() * MOST_KILLS)
    for (let count = 0; count < kills; count++) {
      const kill: Kill = { step: 1 + Math.floor(random() * steps), moment: random() < 0.5 ? 'before' : 'after' }
      if ((await mailing.run(ADDRESSES, kill)).killed) seen.kills++
    }
    const { tally } = await mailing.run(ADDRESSES, null)
    expect(tally, `seed ${seed}`).toMatchObject({ planned: ADDRESSES.length, waiting: 0 })

    const mails = await Promise.all((await mailing.accepted()).map((raw) => simpleParser(raw)))
    const keys = mails.map(({ headers }) => String(headers.get('x-tallysheet-key')))
    const entries = await mailing.entries()
    expect(entries.map(({ recipient }) => recipient.address).toSorted()).toEqual(ADDRESSES)
    for (const { key, state, recipient, content, run } of entries) {
      const told = `seed ${seed}: ${recipient.address} is ${state}`
      const mine = mails.filter((_, index) => keys[index] === key)
      expect(mine.length, told).toBeLessThanOrEqual(1)
      expect(isWaiting(state), told).toBe(false)
      expect(['sent', 'rejected', 'needs-decision'], told).toContain(state)
      if (state === 'sent') expect(mine.length, told).toBe(1)
      if (state === 'rejected') expect([mine.length, recipient.address], told).toEqual([0, 'bad@example.cn'])
      for (const mail of mine) {
        expect([mail.text?.trim(), mail.subject], told).toEqual([run, content!.subject])
        expect(
          [mail.to].flat().map((each) => each?.text),
          told,
        ).toEqual([recipient.address])
      }
      if (state === 'sent') seen.sent++
      if (state === 'rejected') seen.rejected++
      if (state === 'needs-decision') seen.needsDecision++
    }
    expect(keys.every((key) => entries.some((entry) => entry.key === key))).toBe(true)
    seen.accepted += mails.length
  } finally {
    await mailing.close()
  }
}

describe.each(['smtp', 'gmail'] as const)('sent by %s', (by) => {
  test(`${SEEDS.length} seeds: never two, never lost, and what was frozen first`, { timeout: 600_000 }, async () => {
    const steps = await stepsOf(by)
    const seen: Seen = { kills: 0, accepted: 0, sent: 0, rejected: 0, needsDecision: 0 }
    const left = [...SEEDS]
    const work = async () => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) await live(seed, by, steps, seen)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if (process.env.TALLYSHEET_SEEDS) process.stdout.write(`${by}: ${steps} steps, ${JSON.stringify(seen)}\n`)
    // Without kills that really strike the promises above would be empty.
    if (ALL) expect(seen.kills).toBeGreaterThan(SEEDS.length / 2)
    if (ALL) expect(seen.sent).toBeGreaterThan(SEEDS.length)
    if (by === 'gmail') expect([seen.needsDecision, seen.accepted]).toEqual([0, seen.sent])
  })
})
