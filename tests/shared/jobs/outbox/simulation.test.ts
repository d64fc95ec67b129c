import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../shared/errors.ts'
import { isWaiting } from '../../../../shared/model/outbox.ts'
import { seededRandom } from '../../../../shared/model/seeded-random.ts'
import type { MailDoor, ObjectStore } from '../../../../shared/ports.ts'
import type { MailboxKind, MailFault } from '../../../support/memory-mailbox.ts'
import { type OutboxCase, outboxCase } from '../../../support/outbox-case.ts'

const KILLED = Symbol('killed')

const ADDRESSES = ['a@example.cn', 'b@example.cn', 'c@example.cn', 'd@example.cn', 'e@example.cn']

interface Dangers {
  /** Chances of one call. */
  kill: number
  store: number
  mail: number
  /** The clock jumps ahead during a call, while other processes go on. */
  slow: number
}

/** Runs at once begin up to so many turns after one another, which is longer than one takes. */
const MOST_TURNS_LATER = 600

/** A process: from the moment it is killed none of its calls gets through any more. */
function startProcess(county: OutboxCase, random: () => number, dangers: Dangers) {
  let dead = false
  const perhapsDie = () => {
    if (dead) throw KILLED
    if (random() < dangers.kill) {
      dead = true
      throw KILLED
    }
  }
  const call = async <T>(apply: () => Promise<T>, faults: { chance: number }): Promise<T> => {
    perhapsDie()
    if (random() < dangers.slow) county.advance(random() * 90)
    const fault = random() < faults.chance ? (random() < 0.5 ? 'before' : 'after') : null
    if (fault === 'before') throw new Failure('store-unavailable')
    // Whatever becomes of the process, what it sent off arrives.
    const arriving = apply()
    if (random() < dangers.kill) {
      dead = true
      arriving.catch(() => {})
      throw KILLED
    }
    const answer = await arriving
    perhapsDie()
    if (fault === 'after') throw new Failure('store-unavailable')
    return answer
  }
  const { store } = county
  const ownStore: ObjectStore = {
    read: (name) => call(() => store.read(name), { chance: dangers.store }),
    write: (name, text, generation) => call(() => store.write(name, text, generation), { chance: dangers.store }),
    list: (prefix) => call(() => store.list(prefix), { chance: dangers.store }),
    remove: (name, generation) => call(() => store.remove(name, generation), { chance: dangers.store }),
  }
  const FAULTS: MailFault[] = ['lost-before', 'lost-after', 'later', 'stopped', 'down', 'lagging', 'crash']
  const provider = county.mailbox.door(({ method, address }) => {
    if (address.startsWith('bad')) return method === 'send' ? 'rejected' : undefined
    const fault = random() < dangers.mail ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined
    return method === 'send' || fault === 'down' || fault === 'lagging' ? fault : undefined
  })
  const door: MailDoor = {
    ...provider,
    prepare: (mail) => call(() => provider.prepare(mail), { chance: 0 }),
    send: (mail, draft) => call(() => provider.send(mail, draft), { chance: 0 }),
    reconcile: (mail, draft) => call(() => provider.reconcile(mail, draft), { chance: 0 }),
  }
  return county.world({ store: ownStore, door })
}

/** Rounds of one to three runs at once, any of which may die anywhere, and at the end runs without faults. */
async function live(seed: number, mailbox: MailboxKind): Promise<OutboxCase> {
  const random = seededRandom(seed)
  const county = outboxCase({ mailbox })
  const addresses = [...ADDRESSES, 'bad@example.cn']
  const dangers: Dangers = {
    kill: 0.1 * random(),
    store: 0.06 * random(),
    mail: 0.4 * random(),
    slow: mailbox === 'open' ? 0 : 0.05 * random(),
  }
  const rounds = 1 + Math.floor(random() * 6)
  for (let round = 0; round < rounds; round++) {
    const atOnce = 1 + Math.floor(random() * 3)
    await Promise.allSettled(
      Array.from({ length: atOnce }, async (_, index) => {
        const world = startProcess(county, random, dangers)
        for (let turns = random() * MOST_TURNS_LATER; turns > 0; turns--) await Promise.resolve()
        await county.run(`run-${round}-${index}`, addresses, { world }).catch((thrown) => {
          if (thrown !== KILLED && !(thrown instanceof Failure)) throw thrown
        })
      }),
    ).then((ends) => {
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    })
    county.advance(random() * 200)
  }
  for (const id of ['clean-1', 'clean-2']) {
    county.advance(120)
    const { tally } = await county.run(id, addresses)
    const { planned, sent, rejected, waiting, needsDecision, waived, skipped } = tally
    expect(sent + rejected + waiting + needsDecision + waived + skipped).toBe(planned)
    expect(planned).toBe(addresses.length)
  }
  return county
}

const SEEDS = 1000

describe.each([
  ['drafts that are sent once, as Gmail has them', 'drafts'],
  ['nothing to look at afterwards, as SMTP has it', 'blind'],
  // Nothing but the claim keeps a run from sending what another is sending; so here no process is slower than its claim holds.
  ['no drafts, but a mailbox to look into', 'open'],
] as const)('kills, lost answers and runs at once, with %s', (_, mailbox) => {
  test(`${SEEDS} seeds: never two, never lost without somebody being asked`, { timeout: 60_000 }, async () => {
    const seen = { sent: 0, parked: 0, accepted: 0 }
    for (let seed = 1; seed <= SEEDS; seed++) {
      const county = await live(seed, mailbox)
      for (const entry of county.entries()) {
        const accepted = county.mailbox.times(entry.key)
        const told = `seed ${seed}: ${entry.recipient.address} is ${entry.state}, accepted ${accepted} times`
        expect(accepted, told).toBeLessThanOrEqual(1)
        if (accepted === 1) expect(['sent', 'needs-decision'], told).toContain(entry.state)
        if (entry.state === 'sent') expect(accepted, told).toBe(1)
        expect(isWaiting(entry.state), told).toBe(false)
        seen.accepted += accepted
        if (entry.state === 'sent') seen.sent++
        if (entry.state === 'needs-decision') seen.parked++
      }
      for (const mail of county.mailbox.accepted) {
        const entry = county.entries().find(({ key }) => key === mail.key)!
        expect(mail.text, `seed ${seed}: the content frozen first`).toBe(entry.run)
      }
    }
    // Without faults that really strike the promises above would be empty.
    expect(seen.sent).toBeGreaterThan(SEEDS)
    // Where one can look afterwards, nothing stays unknown; where one can't, some that were parked had been accepted and some not.
    if (mailbox === 'blind') {
      expect(seen.accepted - seen.sent).toBeGreaterThan(SEEDS / 20)
      expect(seen.parked).toBeGreaterThan(seen.accepted - seen.sent)
    } else expect([seen.parked, seen.accepted]).toEqual([0, seen.sent])
  })
})

test('a seed plays the same again', async () => {
  const states = async () => (await live(7, 'drafts')).entries().map(({ key, history }) => ({ key, history }))
  expect(await states()).toEqual(await states())
})

describe('killed at every single step of a send', () => {
  test.each(['drafts', 'blind', 'open'] as const)('%s', async (mailbox) => {
    const clean = outboxCase({ mailbox })
    let calls = 0
    const counting = () => {
      calls++
      return 1
    }
    await clean.run('count', ['a@example.cn'], { world: startProcess(clean, counting, NO_DANGERS) })
    expect(calls).toBeGreaterThan(20)
    for (let step = 1; step <= calls; step++) {
      const county = outboxCase({ mailbox })
      let left = step
      const world = startProcess(county, () => (--left === 0 ? 0 : 1), { ...NO_DANGERS, kill: 0.5 })
      await county.run('killed', ['a@example.cn'], { world }).catch((thrown) => expect(thrown).toBe(KILLED))
      county.advance(120)
      await county.run('next', ['a@example.cn'])
      const { state, key } = county.entryOf('a@example.cn')
      expect([`step ${step}`, county.mailbox.times(key)]).toEqual([`step ${step}`, state === 'sent' ? 1 : expect.any(Number)])
      expect(county.mailbox.times(key)).toBeLessThanOrEqual(1)
      expect(mailbox !== 'blind' ? ['sent'] : ['sent', 'needs-decision']).toContain(state)
    }
  })
})

const NO_DANGERS: Dangers = { kill: 0, store: 0, mail: 0, slow: 0 }
