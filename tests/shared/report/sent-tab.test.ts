import { expect, test } from 'vitest'
import { OutboxState } from '../../../shared/model/outbox.ts'
import { COLUMNS } from '../../../shared/model/tabs.ts'
import { ALL_TEXTS, textsFor } from '../../../shared/model/texts/texts.ts'
import { MOST_SENT, sentCells } from '../../../shared/report/sent-tab.ts'
import { outboxCase } from '../../support/outbox-case.ts'

const zh = textsFor('zh-CN')
const column = (key: (typeof COLUMNS.sent)[number]) => COLUMNS.sent.indexOf(key)
const A = 'a@example.cn'

async function entriesOf(addresses: readonly string[]) {
  const county = outboxCase()
  await county.run('r1', addresses)
  return county.entries()
}

test('a message: when in the plan’s zone, what, to whom, what became of it', async () => {
  const [entry] = await entriesOf([A])
  const [header, row] = sentCells([], [entry!], 'America/New_York', zh)
  expect(header).toEqual(COLUMNS.sent.map((key) => zh.workbook.header.sent[key]))
  expect(row).toEqual(['2026-03-15 20:00', '简报', '2026-W12', '已发送', '', A, 'county', '简报 r1', '', 1, 'r1', entry!.key])
})

test('what was looked at again is brought up to date, the rest stays, what isn’t ours goes', async () => {
  const [one, other] = await entriesOf([A, 'b@example.cn'])
  const before = sentCells([], [{ ...one!, state: 'needs-decision', reason: 'abandoned' }, other!], 'Asia/Shanghai', zh)
  expect(before.flat()).toContain('待人工处理')
  const after = sentCells([...before, ['a note of somebody']], [one!], 'Asia/Shanghai', zh)
  expect(after).toHaveLength(3)
  expect(after.flat()).not.toContain('待人工处理')
  expect(sentCells(after, [], 'Asia/Shanghai', zh)).toEqual(after)
})

test('an erased recipient is shown as such', async () => {
  const [entry] = await entriesOf([A])
  const before = sentCells([], [entry!], 'Asia/Shanghai', zh)
  const erased = { ...entry!, recipient: { address: '', name: '', audience: 'county' }, subject: '' }
  const [, row] = sentCells(before, [erased], 'Asia/Shanghai', zh)
  expect([row![column('name')], row![column('email')], row![column('subject')]]).toEqual([zh.mail.erased, '', ''])
})

test('the newest are shown, up to a limit', async () => {
  const [entry] = await entriesOf([A])
  const many = Array.from({ length: MOST_SENT + 5 }, (_, index) => ({
    ...entry!,
    key: `digest.2026-W12.${index}`,
    history: [{ ...entry!.history[0]!, at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString() }],
  }))
  const rows = sentCells([], many, 'UTC', zh)
  expect(rows).toHaveLength(MOST_SENT + 1)
  expect(rows[1]![column('key')]).toBe(many.at(-1)!.key)
})

test('each state has its word in both languages', () => {
  for (const { mail } of ALL_TEXTS) for (const state of OutboxState.options) expect(mail.state[state]).not.toBe('')
})
