import { afterEach, expect, test } from 'vitest'
import { type MailingCounty, startMailingCounty } from '../../support/mailing-county.ts'

const enterprise = (name: string, email: string | null) => [name, ...Array(10).fill(null), '联系人', email]
const ENTERPRISES = [
  enterprise('甲铸造有限公司', 'a@example.cn'),
  enterprise('乙碳素有限公司', 'b@example.cn'),
  enterprise('丙建材有限公司', null),
]
const row = (period: string, name: string, total: number | string) => [period, name, null, total, null, null, null, null]

let county: MailingCounty
afterEach(() => county?.close())
/** All three have reported February 2025. */
const start = (more: unknown[][] = []) =>
  startMailingCounty({
    enterprises: ENTERPRISES,
    submissions: [
      row('2025-02', '甲铸造有限公司', 10),
      row('2025-02', '乙碳素有限公司', 20),
      row('2025-02', '丙建材有限公司', 30),
      ...more,
    ] as never,
  })
const texts = () => county.mailbox.accepted.map(({ to, text }) => `${to.address} ${text.trim()}`).sort()

test('before, at and after the due date, each once; it stops when the report is there', async () => {
  county = await start()
  const sentOn = async (day: string) => {
    county.mailbox.accepted.length = 0
    const { unreachable } = await county.remind(`${day}T01:00:00Z`)
    return { sent: texts(), unreachable }
  }
  // March was due on Thursday 10 April 2025; Friday 4 to Sunday 6 April were days off.
  expect(await sentOn('2025-04-06')).toEqual({ sent: [], unreachable: [] })
  expect(await sentOn('2025-04-07')).toEqual({
    sent: ['a@example.cn before 2025-03 rows', 'b@example.cn before 2025-03 rows'],
    unreachable: [{ enterprise: '丙建材有限公司', why: 'no-address' }],
  })
  expect((await sentOn('2025-04-08')).sent).toEqual([])
  county.type('月度填报', 'A5', '2025-03')
  county.type('月度填报', 'B5', '甲铸造有限公司')
  county.type('月度填报', 'D5', 22)
  expect((await sentOn('2025-04-10')).sent).toEqual(['b@example.cn at 2025-03 rows'])
  expect((await sentOn('2025-04-11')).sent).toEqual([])
  expect((await sentOn('2025-04-14')).sent).toEqual(['b@example.cn after 2025-03 rows'])
  expect((await sentOn('2025-04-25')).sent).toEqual([])
  expect(county.entries().every(({ state }) => state === 'sent')).toBe(true)
})

test('a row that doesn’t count: one mail for its reasons, another for other reasons, none once it is accepted', async () => {
  county = await start([row('2025-03', '甲铸造有限公司', '约12'), row('2025-03', '乙碳素有限公司', 41)])
  const sentAt = async (time: string) => {
    county.mailbox.accepted.length = 0
    await county.remind(time)
    return texts()
  }
  expect(await sentAt('2025-04-11T01:00:00Z')).toEqual(['a@example.cn problem 2025-03 rows 5'])
  county.type('月度填报', 'D5', '约13')
  expect(await sentAt('2025-04-14T01:00:00Z')).toEqual([])
  county.type('月度填报', 'D5', 5)
  expect(await sentAt('2025-04-15T01:00:00Z')).toEqual(['a@example.cn problem 2025-03 rows 5'])
  county.type('月度填报', 'D5', 21)
  expect(await sentAt('2025-04-16T01:00:00Z')).toEqual([])
})

test('a reminder that waits is not sent when the report came in between, or the contact changed', async () => {
  county = await start()
  const stopped = county.mailbox.door(({ method }) => (method === 'prepare' ? 'down' : undefined))
  expect((await county.remind('2025-04-10T01:00:00Z', { door: stopped })).messages).toMatchObject({ planned: 2, waiting: 2 })
  county.type('月度填报', 'A5', '2025-03')
  county.type('月度填报', 'B5', '甲铸造有限公司')
  county.type('月度填报', 'D5', 22)
  county.type('企业名录', 'M3', 'new@example.cn')
  await county.remind('2025-04-11T01:00:00Z')
  expect(texts()).toEqual(['new@example.cn at 2025-03 rows'])
  expect(
    county
      .entries()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['sent', 'skipped', 'skipped'])
})

test('an address that refuses is on the bureau’s list, beside those without one; the others are reached', async () => {
  county = await start()
  const door = county.mailbox.door(({ method, address }) =>
    method === 'send' && address.startsWith('a') ? 'rejected' : undefined,
  )
  const { unreachable, messages } = await county.remind('2025-04-10T01:00:00Z', { door })
  expect(unreachable).toEqual([
    { enterprise: '丙建材有限公司', why: 'no-address' },
    { enterprise: '甲铸造有限公司', why: 'refused' },
  ])
  expect(messages).toMatchObject({ planned: 2, sent: 1, rejected: 1 })
})
