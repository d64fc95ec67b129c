import { afterEach, expect, test } from 'vitest'
import { changeOutbox, type OutboxChange } from '../../../shared/jobs/change-outbox.ts'
import { COLUMNS } from '../../../shared/model/tabs.ts'
import { type MailingCounty, startMailingCounty } from '../../support/mailing-county.ts'

const MONDAY = '2025-04-14T00:00:00Z'
const STATE = COLUMNS.sent.indexOf('state')

let county: MailingCounty
afterEach(() => county?.close())

const RECIPIENTS = ['liu@example.cn', 'wang@example.cn'].map((email) => [email, '某某', 'county', 'zh-CN', 'weekly', false, true])

/** Of two digests one was sent, and of the other nobody knows. */
async function start(): Promise<void> {
  county = await startMailingCounty({ recipients: RECIPIENTS, mailbox: 'blind' })
  const door = county.mailbox.door(({ method, address }) =>
    method === 'send' && address.startsWith('liu') ? 'lost-before' : undefined,
  )
  const { messages, attention } = await county.digest(MONDAY, { door })
  expect(messages).toMatchObject({ sent: 1, needsDecision: 1 })
  expect(attention).toMatchObject([{ state: 'needs-decision', audience: 'county' }])
  expect((await statesShown()).sort()).toEqual(['已发送', '待人工处理'])
}
const statesShown = async () => (await county.show('sent')).slice(1).map((row) => row[STATE])
const change = (what: OutboxChange) =>
  changeOutbox({ change: what, who: 'li.ming' }, { ...county.world(), now: () => new Date(MONDAY), store: county.store })
const parkedKey = () => county.entries().find(({ state }) => state === 'needs-decision')!.key

test('sent again as a person decided: shown at once, sent by the next run', async () => {
  await start()
  expect((await change({ do: 'resend', key: parkedKey() })).changed).toMatchObject([{ state: 'planned' }])
  expect((await statesShown()).sort()).toEqual(['已发送', '待发送'])
  await county.digest('2025-04-15T00:00:00Z')
  expect(county.reached()).toEqual(['liu@example.cn', 'wang@example.cn'])
  expect(await statesShown()).toEqual(['已发送', '已发送'])
})

test('waived: never sent', async () => {
  await start()
  await change({ do: 'waive', key: parkedKey() })
  await county.digest('2025-04-15T00:00:00Z')
  expect(county.reached()).toEqual(['wang@example.cn'])
  expect((await statesShown()).sort()).toEqual(['决定不发', '已发送'])
})

test('an address erased: from the outbox and from the tab', async () => {
  await start()
  expect(await change({ do: 'erase', address: 'Wang@example.cn' })).toMatchObject({ changed: [{ state: 'sent' }], left: 0 })
  const shown = JSON.stringify(await county.show('sent'))
  expect(shown).not.toContain('wang@example.cn')
  expect(shown).toContain('（已清除）')
  expect([...county.store.objects.values()].some(({ text }) => text.includes('wang@example.cn'))).toBe(false)
})

test('a key that the outbox lacks is told, and nothing changes', async () => {
  await start()
  await expect(change({ do: 'waive', key: 'digest.2025-W16.x.y' })).rejects.toMatchObject({ code: 'no-such-message' })
})
