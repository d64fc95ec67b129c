import { describe, expect, test } from 'vitest'
import { CLAIM_HOLDS_MINUTES } from '../../../../shared/jobs/outbox/claim-entry.ts'
import { keyOf, nameOfKey } from '../../../../shared/jobs/outbox/entry-name.ts'
import { freezeMail, thawMail } from '../../../../shared/jobs/outbox/frozen-mail.ts'
import { planMessages } from '../../../../shared/jobs/outbox/plan-messages.ts'
import { readEntry } from '../../../../shared/model/outbox.ts'
import { memoryStore } from '../../../support/memory-store.ts'
import { dueDigest, mailOf, outboxCase, SPREADSHEET } from '../../../support/outbox-case.ts'

const A = 'a@example.cn'
const B = 'b@example.cn'

test('sends each message once, paced, with the whole of its content and its history', async () => {
  const county = outboxCase()
  const startedAt = county.now()
  const { tally, stopped } = await county.run('r1', [A, B])
  expect([tally.planned, tally.sent, stopped]).toEqual([2, 2, null])
  expect(county.now().getTime() - startedAt.getTime()).toBe(500)
  const entry = county.entryOf(A)
  expect(county.mailbox.accepted.map(({ key }) => key)).toContain(entry.key)
  expect(county.mailbox.accepted.find(({ key }) => key === entry.key)).toEqual(mailOf(A, entry.key, 'r1'))
  expect(entry.history.map(({ to }) => to)).toEqual(['planned', 'claimed', 'drafted', 'sent'])
  expect(entry.claim).toMatchObject({ run: 'r1', trigger: 'scheduled' })
  expect(entry.attempts).toMatchObject([{ run: 'r1', outcome: 'sent' }])
  const again = await county.run('r2', [A, B])
  expect([again.tally.sent, county.mailbox.accepted.length]).toEqual([2, 2])
})

test('a frozen mail thaws as it was, pictures included', () => {
  const mail = mailOf(A, 'k', 's')
  expect(thawMail(JSON.parse(JSON.stringify(freezeMail(mail))))).toEqual(mail)
})

test('no name of an object and no key carries an address, and a key names its object', async () => {
  const county = outboxCase()
  await county.run('r1', [A])
  const names = [...county.store.objects.keys()]
  expect(names.join()).not.toMatch(/@|example/)
  const key = keyOf(SPREADSHEET, {
    kind: 'digest',
    period: '2026-W12',
    stage: '',
    address: ` ${A.toUpperCase()}`,
    audience: 'county',
  })
  expect(names).toContain(nameOfKey(SPREADSHEET, key))
  expect(key).not.toBe(keyOf('another', { kind: 'digest', period: '2026-W12', stage: '', address: A, audience: 'county' }))
  for (const bad of ['', '../agenda', 'digest.2026-W12', `${key}x`, 'digest.a/b.0.0'])
    expect(nameOfKey(SPREADSHEET, bad)).toBeNull()
})

test('of two plans for one slot the first one stays', async () => {
  const county = outboxCase()
  const run = (id: string) => ({ spreadsheetId: SPREADSHEET, id, trigger: 'scheduled' as const })
  const due = (id: string) => [dueDigest(A, '2026-W12', id)]
  const period = { kind: 'digest' as const, period: '2026-W12' }
  const plans = await Promise.all(['r1', 'r2'].map((id) => planMessages(period, due(id), run(id), county.world())))
  expect(county.entries()).toHaveLength(1)
  expect(plans.map(({ planned }) => planned[0]!.entry.run)).toEqual([county.entryOf(A).run, county.entryOf(A).run])
})

test('a message that can’t be composed stops no other, and is planned by a later run', async () => {
  const county = outboxCase()
  const broken = { ...dueDigest(A, '2026-W12', 'r1'), compose: () => Promise.reject(new Error('no chart')) }
  const batch = { schedule: 'digest-weekly', period: '2026-W12', due: [broken, dueDigest(B, '2026-W12', 'r1')], whole: true }
  expect((await county.run('r1', [], { batches: [batch] })).tally).toMatchObject({ planned: 1, sent: 1 })
  expect(county.logged.filter(({ severity }) => severity === 'error')).toHaveLength(1)
  expect((await county.run('r2', [A, B])).tally).toMatchObject({ planned: 2, sent: 2 })
})

describe('limits', () => {
  test('a ceiling a day over all runs: the rest waits and goes out the next day', async () => {
    const county = outboxCase()
    const addresses = Array.from({ length: 5 }, (_, index) => `a${index}@example.cn`)
    const limits = { perDay: 3 }
    expect(await county.run('r1', addresses, { limits })).toMatchObject({
      stopped: 'daily-ceiling',
      tally: { sent: 3, waiting: 2 },
    })
    expect(await county.run('r2', addresses, { limits })).toMatchObject({
      stopped: 'daily-ceiling',
      tally: { sent: 3, waiting: 2 },
    })
    county.advance(24 * 60)
    expect(await county.run('r3', addresses, { limits })).toMatchObject({ stopped: null, tally: { sent: 5, waiting: 0 } })
  })

  test('a run sends so many, and begins nothing after its time', async () => {
    const county = outboxCase()
    expect(await county.run('r1', [A, B], { limits: { perRun: 1 } })).toMatchObject({ stopped: 'run-limit', tally: { sent: 1 } })
    const late = { limits: { until: county.now(), perDay: 2 } }
    expect(await county.run('r2', [A, B], late)).toMatchObject({ stopped: 'time', tally: { sent: 1, waiting: 1 } })
    // What the second run took and didn't use was given back.
    expect((await county.run('r3', [A, B], { limits: { perDay: 2 } })).tally.sent).toBe(2)
  })
})

describe('what the provider answers', () => {
  test('500 recipients, every tenth refused for good: the others get theirs, all are accounted for', async () => {
    const county = outboxCase()
    const addresses = Array.from({ length: 500 }, (_, index) => `a${index}@example.cn`)
    const door = county.mailbox.door(({ method, address }) => (method === 'send' && /0@/.test(address) ? 'rejected' : undefined))
    const { tally } = await county.run('r1', addresses, { world: county.world({ door }) })
    expect(tally).toEqual({ planned: 500, sent: 450, rejected: 50, waiting: 0, needsDecision: 0, waived: 0, skipped: 0 })
    expect((await county.run('r2', addresses)).tally).toEqual(tally)
    expect(county.mailbox.accepted).toHaveLength(450)
  })

  test('a limit at the n-th mail: the rest stays planned and goes out when it is over (F35)', async () => {
    const county = outboxCase()
    let sends = 0
    const door = county.mailbox.door(({ method }) => (method === 'send' && ++sends > 2 ? 'stopped' : undefined))
    const addresses = [A, B, 'c@example.cn', 'd@example.cn']
    const first = await county.run('r1', addresses, { world: county.world({ door }) })
    expect(first).toMatchObject({ stopped: 'stopped', tally: { sent: 2, waiting: 2 } })
    expect(sends).toBe(3)
    expect((await county.run('r2', addresses)).tally).toMatchObject({ sent: 4, waiting: 0 })
    expect(county.mailbox.accepted).toHaveLength(4)
  })

  test.each(['prepare', 'send'] as const)(
    'a mail that can’t be taken as it is (%s): rejected, the others go (F37)',
    async (at) => {
      const county = outboxCase()
      const door = county.mailbox.door(({ method, address }) => (method === at && address === A ? 'refused' : undefined))
      const { tally, stopped } = await county.run('r1', [A, B], { world: county.world({ door }) })
      expect([tally.sent, tally.rejected, stopped]).toEqual([1, 1, null])
    },
  )

  test('later, again and again: in the end it counts as refused, and each attempt is on record', async () => {
    const county = outboxCase()
    const door = county.mailbox.door(({ method }) => (method === 'send' ? 'later' : undefined))
    for (let run = 1; run <= 10; run++) await county.run(`r${run}`, [A], { world: county.world({ door }) })
    expect(county.entryOf(A)).toMatchObject({ state: 'rejected', attempts: Array(10).fill({ outcome: 'later' }) })
  })

  test('a connection that loses every answer stops the run instead of parking everybody', async () => {
    const county = outboxCase({ mailbox: 'blind' })
    const door = county.mailbox.door(({ method }) => (method === 'send' ? 'lost-after' : undefined))
    const addresses = Array.from({ length: 10 }, (_, index) => `a${index}@example.cn`)
    const { stopped, tally } = await county.run('r1', addresses, { world: county.world({ door }) })
    expect([stopped, tally.needsDecision, tally.waiting]).toEqual(['outcomes-unknown', 3, 7])
  })
})

describe('reconciling', () => {
  test.each([
    ['drafts', 'lost-after', 'sent', 1],
    ['drafts', 'lost-before', 'planned', 0],
    ['blind', 'lost-after', 'needs-decision', 1],
    ['blind', 'lost-before', 'needs-decision', 0],
  ] as const)('%s, %s: %s', async (mailbox, fault, state, accepted) => {
    const county = outboxCase({ mailbox })
    const door = county.mailbox.door(({ method }) => (method === 'send' ? fault : undefined))
    await county.run('r1', [A], { world: county.world({ door }) })
    expect([county.entryOf(A).state, county.mailbox.accepted.length]).toEqual([state, accepted])
    county.advance(2 * CLAIM_HOLDS_MINUTES)
    await county.run('r2', [A])
    expect(county.mailbox.accepted.length).toBe(mailbox === 'drafts' ? 1 : accepted)
  })

  test('while the mails can’t be looked through, nothing is decided; afterwards it is known', async () => {
    const county = outboxCase()
    const lost = county.mailbox.door(({ method }) =>
      method === 'send' ? 'lost-after' : method === 'reconcile' ? 'down' : undefined,
    )
    await county.run('r1', [A], { world: county.world({ door: lost }) })
    expect(county.entryOf(A).state).toBe('drafted')
    county.advance(2 * CLAIM_HOLDS_MINUTES)
    await county.run('r2', [A])
    expect(county.entryOf(A)).toMatchObject({ state: 'sent', attempts: [{ outcome: 'sent' }] })
    expect(county.logged.map(({ event }) => event)).toContain('a message was found abandoned')
  })

  test('what was sent but isn’t to be found yet waits for a decision, until it is found', async () => {
    const county = outboxCase()
    const lagging = county.mailbox.door(({ method }) =>
      method === 'send' ? 'lost-after' : method === 'reconcile' ? 'lagging' : undefined,
    )
    await county.run('r1', [A], { world: county.world({ door: lagging }) })
    expect(county.entryOf(A).state).toBe('needs-decision')
    await county.run('r2', [A])
    expect(county.entryOf(A).state).toBe('sent')
  })
})

test('a recipient who isn’t wanted any more when it is his turn gets nothing, whoever planned it', async () => {
  const county = outboxCase()
  await county.run('r1', [A, B], { limits: { perDay: 0 } })
  const wanted = ({ recipient }: { recipient: { address: string } }) => (recipient.address === A ? 'inactive' : null)
  expect((await county.run('r2', [A, B], { wanted })).tally).toMatchObject({ sent: 1, skipped: 1 })
  expect(county.entryOf(A)).toMatchObject({ state: 'skipped', reason: 'inactive', content: null })
})

test('a newer period makes what waits of the older one late; a half-known one is reconciled first (F06)', async () => {
  const county = outboxCase({ mailbox: 'blind' })
  const door = county.mailbox.door(({ method, address }) => (method === 'send' && address === A ? 'lost-after' : undefined))
  await county.run('r1', [A, B, 'c@example.cn'], { world: county.world({ door }), limits: { perRun: 1 } })
  county.advance(7 * 24 * 60)
  const { tally } = await county.run('r2', [A, B, 'c@example.cn'], { period: '2026-W13' })
  expect(tally).toMatchObject({ planned: 6, sent: 3, needsDecision: 1, skipped: 2 })
  expect(county.mailbox.accepted).toHaveLength(4)
})

describe('the store', () => {
  test('is down: nothing is sent (F33)', async () => {
    const county = outboxCase()
    const down = memoryStore({ fault: () => 'down' })
    const failed = county.run('r1', [A], { world: county.world({ store: down }) })
    await expect(failed).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(county.mailbox.accepted).toEqual([])
  })

  test.each(['down', 'answer-lost'] as const)(
    '%s at each call in turn: at most one mail, and the next run mends it',
    async (what) => {
      for (let failing = 1, struck = true; struck; failing++) {
        let calls = 0
        const store = memoryStore({ fault: () => (++calls === failing ? what : undefined) })
        const county = outboxCase({ store })
        await county.run('r1', [A]).catch(({ code }) => expect(code).toBe('store-unavailable'))
        struck = calls >= failing
        calls = Number.NEGATIVE_INFINITY
        county.advance(2 * CLAIM_HOLDS_MINUTES)
        await county.run('r2', [A])
        expect([failing, county.mailbox.accepted.length, county.entryOf(A).state]).toEqual([failing, 1, 'sent'])
      }
    },
  )

  test('an entry of a newer version waits for it and is never touched; one of an older is read (F39)', async () => {
    const county = outboxCase()
    await county.run('r1', [A, B], { limits: { perDay: 0 } })
    const [newer, older] = [county.entryOf(A), county.entryOf(B)].map(({ key }) => nameOfKey(SPREADSHEET, key)!)
    const rewrite = async (name: string, change: (entry: Record<string, unknown>) => object) => {
      const stored = (await county.store.read(name))!
      await county.store.write(name, JSON.stringify(change(JSON.parse(stored.text))), stored.generation)
    }
    await rewrite(newer!, (entry) => ({ ...entry, version: 2 }))
    await rewrite(older!, ({ version: _, attempts: __, history: ___, ...entry }) => ({ ...entry, tries: 0 }))
    const before = county.store.objects.get(newer!)!.text
    expect((await county.run('r2', [A, B])).tally).toMatchObject({ planned: 2, sent: 1, waiting: 1 })
    expect(county.store.objects.get(newer!)!.text).toBe(before)
    expect(readEntry(county.store.objects.get(older!)!.text)).toMatchObject({ version: 1, state: 'sent' })
    expect(county.mailbox.accepted.map(({ to }) => to.address)).toEqual([B])
  })
})
