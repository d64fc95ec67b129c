import { afterEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { readTick } from '../../../shared/jobs/schedule/read-tick.ts'
import { COLUMNS } from '../../../shared/model/tabs.ts'
import { type MailingCounty, startMailingCounty } from '../../support/mailing-county.ts'
import { memoryStore, type StoreCall } from '../../support/memory-store.ts'

const RECIPIENTS = [
  ['weekly@example.cn', '周报', 'county', 'zh-CN', 'weekly', false, true],
  ['monthly@example.cn', '月报', 'county', 'en', 'monthly', false, true],
  ['changed@example.cn', '', 'county', 'zh-CN', 'weekly', true, true],
  ['left@example.cn', '', 'county', 'zh-CN', 'weekly', false, false],
]
// Monday 14 April 2025, 08:00 in Shanghai.
const MONDAY = '2025-04-14T00:00:00Z'
const NEXT_MONDAY = '2025-04-21T00:00:00Z'

let county: MailingCounty
afterEach(() => county?.close())
const start = (options = {}) => startMailingCounty({ recipients: RECIPIENTS, ...options })

const column = (key: (typeof COLUMNS.sent)[number]) => COLUMNS.sent.indexOf(key)

test('each due digest once, from the run it names; people see it in Sent', async () => {
  county = await start()
  const document = await county.digest(MONDAY)
  expect(document).toMatchObject({
    mayMail: true,
    periods: ['2025-W16', '2025-03'],
    stopped: null,
    messages: { planned: 3, sent: 3 },
    attention: [],
  })
  expect(county.reached()).toEqual(['changed@example.cn', 'monthly@example.cn', 'weekly@example.cn'])
  for (const mail of county.mailbox.accepted) {
    expect(mail.text).toContain(`run ${document.run.id}`)
    expect(mail).toMatchObject({ from: { name: '县', address: 'bureau@example.cn' }, messageId: `<${mail.key}@example.cn>` })
  }
  const runs = await county.show('runs')
  expect(runs[1]![COLUMNS.runs.indexOf('run')]).toBe(document.run.id)
  const sent = await county.show('sent')
  expect(sent).toHaveLength(4)
  expect(sent[1]).toContain('已发送')
  expect(sent[1]![column('at')]).toBe('2025-04-14 08:00')
  expect(
    sent
      .slice(1)
      .map((row) => row[column('email')])
      .toSorted(),
  ).toEqual(county.reached())
})

test('what earlier digests told is looked for once a period, not once for each who never had one', async () => {
  const weekly = (name: string) => [`${name}@example.cn`, '', 'county', 'zh-CN', 'weekly', true, true]
  county = await start({ recipients: ['a', 'b', 'c', 'd'].map(weekly) })
  const calls: StoreCall[] = []
  const counting = () => {
    const store = { ...county.store }
    const noted =
      <T>(method: StoreCall['method'], call: (name: string) => T) =>
      (name: string) => {
        calls.push({ method, name })
        return call(name)
      }
    return { ...store, list: noted('list', store.list), read: noted('read', store.read) }
  }
  const earlier = (method: StoreCall['method']) =>
    calls.filter((call) => call.method === method && /digest\/2025-W(0|1[0-5])/.test(call.name)).length
  expect((await county.digest(MONDAY, { store: counting() })).messages).toMatchObject({ sent: 4 })
  expect([earlier('list'), earlier('read')]).toEqual([9, 0])
  calls.length = 0
  expect((await county.digest(NEXT_MONDAY, { store: counting() })).messages).toMatchObject({ skipped: 4 })
  expect([earlier('list'), earlier('read')]).toEqual([0, 0])
})

test('delivered again: the first run is told, nothing is sent or written, two requests (F01)', async () => {
  county = await start()
  const first = await county.digest(MONDAY)
  county.apis.requests.clear()
  const second = await county.digest(MONDAY)
  expect(second.run).toMatchObject({ id: first.run.id, duplicateOf: first.run.id })
  expect(county.apis.requests.entries.length).toBe(2)
  expect(county.mailbox.accepted).toHaveLength(3)
})

test('delivered twice at once: each digest once (F02)', async () => {
  county = await start()
  await Promise.all([county.digest(MONDAY), county.digest(MONDAY)])
  await county.digest(MONDAY)
  expect(county.reached()).toEqual(['changed@example.cn', 'monthly@example.cn', 'weekly@example.cn'])
})

test('the next day brings nothing, the next week what changed, with what was told before', async () => {
  county = await start()
  await county.digest(MONDAY)
  expect((await county.digest('2025-04-15T00:00:00Z')).periods).toEqual([])
  county.mailbox.accepted.length = 0
  expect(await county.digest(NEXT_MONDAY)).toMatchObject({ periods: ['2025-W17'], messages: { skipped: 1 } })
  expect(county.reached()).toEqual(['weekly@example.cn'])
  expect(county.mailbox.accepted[0]!.text).toContain('before 1200000')
  county.type('月度填报', 'D7', 65)
  county.mailbox.accepted.length = 0
  await county.digest('2025-04-28T00:00:00Z')
  expect(county.reached()).toEqual(['changed@example.cn', 'weekly@example.cn'])
  expect(county.mailbox.accepted.find(({ to }) => to.address.startsWith('changed'))!.text).toContain('before 1200000')
})

test('down for weeks: only the newest is sent, the others are told as skipped (F06)', async () => {
  county = await start()
  await county.digest(MONDAY)
  const { missed, periods } = await county.digest('2025-05-12T00:00:00Z')
  expect([periods, missed]).toEqual([['2025-W20'], ['2025-W17', '2025-W18', '2025-W19']])
  expect(county.logged.filter(({ event }) => event === 'skipped (late)')).toHaveLength(1)
})

describe('the schedule’s time', () => {
  const tickOf = (scheduleTime: string, now: string) =>
    readTick({ fromScheduler: true, cronFormat: true, scheduleTime }, new Date(now))

  test('far off: recalculated, nothing sent (F05)', async () => {
    county = await start()
    const tick = tickOf(NEXT_MONDAY, '2025-04-16T03:00:00Z')
    expect(await county.digest('2025-04-16T03:00:00Z', {}, { tick })).toMatchObject({
      mayMail: false,
      warning: 'schedule-time-far',
      stopped: 'schedule-time',
    })
    expect(county.mailbox.accepted).toEqual([])
    expect(await county.show('runs')).toHaveLength(2)
    expect((await county.digest(NEXT_MONDAY)).messages.sent).toBe(3)
  })

  test('forced the evening before, with the next day’s time: neither swallows nor doubles the real run (F04)', async () => {
    county = await start()
    await county.digest(MONDAY)
    county.mailbox.accepted.length = 0
    const evening = '2025-04-20T12:00:00Z'
    const forced = await county.digest(evening, {}, { tick: tickOf(NEXT_MONDAY, evening) })
    expect([forced.run.trigger, forced.periods, county.mailbox.accepted.length]).toEqual(['forced', [], 0])
    const real = await county.digest(NEXT_MONDAY)
    expect([real.run.trigger, real.periods, county.reached()]).toEqual(['scheduled', ['2025-W17'], ['weekly@example.cn']])
    await county.digest(NEXT_MONDAY)
    expect(county.mailbox.accepted).toHaveLength(1)
  })
})

describe('when something breaks', () => {
  test('the store: recalculated and told, nothing sent; the next run sends (F33)', async () => {
    county = await start()
    const down = memoryStore({ fault: () => 'down' })
    expect(await county.digest(MONDAY, { store: down })).toMatchObject({ stopped: 'store-unavailable', messages: { planned: 0 } })
    expect(county.mailbox.accepted).toEqual([])
    expect(await county.show('runs')).toHaveLength(2)
    expect((await county.digest(MONDAY)).messages.sent).toBe(3)
  })

  test('killed after the commit, before anything was planned: the second delivery sends, from a run of its own (F10)', async () => {
    county = await start()
    const kill = { ...county.store, list: () => Promise.reject(Symbol('killed')), write: () => Promise.reject(Symbol('killed')) }
    await expect(county.digest(MONDAY, { store: kill })).rejects.toBeDefined()
    const { run, messages } = await county.digest(MONDAY)
    expect(messages.sent).toBe(3)
    const runs = (await county.show('runs')).slice(1).map((row) => row[COLUMNS.runs.indexOf('run')])
    expect(runs).toContain(run.id)
    expect(county.mailbox.accepted.every(({ text }) => text.includes(`run ${run.id}`))).toBe(true)
  })

  test('killed after planning: the frozen figures go out, not new ones (F10)', async () => {
    county = await start()
    const stopped = county.mailbox.door(({ method }) => (method === 'prepare' ? 'down' : undefined))
    const first = await county.digest(MONDAY, { door: stopped })
    expect(first).toMatchObject({ stopped: 'unavailable', messages: { waiting: 3 } })
    expect((await county.show('sent'))[1]).toContain('待发送')
    county.type('月度填报', 'D7', 65)
    await county.digest('2025-04-15T00:00:00Z')
    expect(county.mailbox.accepted.every(({ text }) => text.includes(`run ${first.run.id}`))).toBe(true)
    expect(county.mailbox.accepted).toHaveLength(3)
  })

  test('Sent can’t be written: the mails are sent all the same, and the next run shows them', async () => {
    county = await start()
    let commits = 0
    const workbook = county.open()
    const commit: typeof workbook.commit = (requests, fence) =>
      ++commits === 1 ? Promise.reject(new Failure('quota')) : workbook.commit(requests, fence)
    expect((await county.digest(MONDAY, { workbook: { ...workbook, commit } })).messages.sent).toBe(3)
    expect(await county.show('sent')).toHaveLength(1)
    await county.digest('2025-04-15T00:00:00Z')
    expect(await county.show('sent')).toHaveLength(4)
  })

  test('a message that can not be put into words stops no other, and is told: the next run tries it again', async () => {
    county = await start()
    const plain = county.composer
    const broken = {
      ...plain,
      digest: (facts: Parameters<typeof plain.digest>[0]) => {
        if (facts.recipient.email === 'monthly@example.cn') throw new Error('no words')
        return plain.digest(facts)
      },
    }
    const document = await county.digest(MONDAY, { composer: broken })
    expect(document).toMatchObject({ stopped: 'not-composed', messages: { planned: 2, sent: 2 } })
    const next = await county.digest('2025-04-15T00:00:00Z')
    expect(next).toMatchObject({ stopped: null })
    expect(county.reached()).toEqual(['changed@example.cn', 'monthly@example.cn', 'weekly@example.cn'])
  })

  test('somebody deletes the tab Sent: it is made anew', async () => {
    county = await start()
    const { sheets } = await county.open().structure()
    const { sheetId } = sheets.find(({ key }) => key === 'sent')!
    county.edit({ kind: 'requests', requests: [{ deleteSheet: { sheetId } }] })
    await county.digest(MONDAY)
    expect(await county.show('sent')).toHaveLength(4)
  })

  test('without the tab Recipients nothing is sent, and it is told; a recalculation goes on', async () => {
    county = await start()
    const { sheets } = await county.open().structure()
    const { sheetId } = sheets.find(({ key }) => key === 'recipients')!
    county.edit({ kind: 'requests', requests: [{ deleteSheet: { sheetId } }] })
    await expect(county.digest(MONDAY)).rejects.toMatchObject({ code: 'tab-missing', facts: { tab: '收件人' } })
    expect((await county.recalculate()).rows.read).toBe(6)
  })
})

test('switched off between planning and sending: nothing is sent (S27)', async () => {
  county = await start()
  const stopped = county.mailbox.door(({ method }) => (method === 'prepare' ? 'down' : undefined))
  await county.digest(MONDAY, { door: stopped })
  county.type('收件人', 'G2', false)
  county.type('收件人', 'C3', 'enterprise:甲铸造有限公司')
  await county.digest('2025-04-15T00:00:00Z')
  expect(county.reached()).toEqual(['changed@example.cn'])
  expect(
    county
      .entries()
      .filter(({ state }) => state === 'skipped')
      .map(({ reason }) => reason),
  ).toEqual(['inactive', 'inactive'])
})

test('to one address only: the others wait for the run that is theirs', async () => {
  county = await start()
  const tick = readTick({ fromScheduler: false, cronFormat: true, scheduleTime: undefined }, new Date(MONDAY))
  const only = { tick, to: 'Weekly@example.cn' }
  expect(await county.digest(MONDAY, {}, only)).toMatchObject({ run: { trigger: 'manual' }, messages: { planned: 1, sent: 1 } })
  expect(county.reached()).toEqual(['weekly@example.cn'])
  expect((await county.digest(MONDAY)).messages).toMatchObject({ planned: 3, sent: 3 })
  expect(county.reached()).toEqual(['changed@example.cn', 'monthly@example.cn', 'weekly@example.cn'])
})

test('an older version of the workbook is restored: nothing is sent twice (F44)', async () => {
  county = await start()
  await county.digest(MONDAY)
  const title = '运行记录'
  for (const sheet of [title, '发送记录']) county.edit({ kind: 'deleteRow', sheet, row: 2 })
  await county.digest(MONDAY)
  expect(county.mailbox.accepted).toHaveLength(3)
  expect(await county.show('sent')).toHaveLength(4)
})

test('no line of the log carries an address or a figure', async () => {
  county = await start()
  const bad = county.mailbox.door(({ method, address }) =>
    method === 'send' && address.startsWith('w') ? 'lost-after' : undefined,
  )
  await county.digest(MONDAY, { door: bad })
  await county.digest(NEXT_MONDAY)
  const said = county.logged.map(({ event }) => event)
  expect(said.filter((event) => event === 'an attempt to send').length).toBe(
    county.entries().flatMap(({ attempts }) => attempts).length,
  )
  expect(JSON.stringify(county.logged)).not.toMatch(/@|1200000/)
})
