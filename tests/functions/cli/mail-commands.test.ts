import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '../../../infra/local/mailbox/mailbox.ts'
import { type County, startCounty } from '../../support/county.ts'
import { runCli } from '../../support/run-cli.ts'

// The commands that mail, as an operator types them, through emulated Storage and a real SMTP server.

const folder = mkdtempSync(join(tmpdir(), 'tallysheet-mail-commands-'))
let county: County
let mailbox: Mailbox
let environment: Record<string, string>

beforeAll(async () => {
  county = await startCounty({
    recipients: [
      ['head@example.test', '县领导', 'county', 'zh-CN', 'monthly', false, true],
      ['adviser@example.test', 'Adviser', 'county', 'en', 'monthly', false, true],
      ['left@example.test', '', 'county', 'zh-CN', 'weekly', false, false],
    ],
    enterprises: [
      ['甲铸造有限公司', null, null, null, null, null, null, null, null, null, null, '张三', 'zhang@example.test'],
      ['乙碳素有限公司', null, null, null],
      ['丙建材有限公司', null, null, null],
      ['丁新厂有限公司', null, null, null, null, null, null, null, null, null, null, '李四', 'li@example.test'],
    ],
  })
  county.apis.buckets.create('outbox')
  mailbox = await startMailbox({ folder: join(folder, 'mailbox') })
  environment = {
    TALLYSHEET_GOOGLE_URL: county.apis.url,
    TALLYSHEET_SPREADSHEET_ID: county.spreadsheetId,
    TALLYSHEET_BUCKET: 'outbox',
    TALLYSHEET_MAIL_FROM: '县工信局 <bureau@example.test>',
    TALLYSHEET_SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    TALLYSHEET_TODAY: '2025-04-15',
    TALLYSHEET_LANGUAGE: 'zh-CN',
  }
})
afterAll(async () => {
  await mailbox.close()
  await county.close()
  rmSync(folder, { recursive: true })
})
const cli = (...command: string[]) => runCli(command, environment)

test('digest shows what would be sent, and writes a page to look at; nothing leaves', async () => {
  const file = join(folder, 'preview.html')
  const { code, stdout } = await cli('digest', '--to', 'adviser@example.test', '--preview', file, '--json')
  expect(code).toBe(0)
  const { period, digests } = JSON.parse(stdout)
  expect(period).toBe('2025-03')
  expect(digests).toMatchObject([{ to: 'adviser@example.test', audience: 'county', language: 'en' }])
  expect(readFileSync(file, 'utf8')).toContain('data:image/png;base64,')
  expect(readFileSync(file, 'utf8')).not.toContain('cid:')
  expect(mailbox.mails()).toEqual([])
})

test('an address that is not in Recipients, or switched off, is told so', async () => {
  const { code, stderr } = await cli('digest', '--to', 'left@example.test')
  expect(code).toBe(1)
  expect(stderr).toContain('收件人')
})

test('digest --send sends each once, whatever is repeated; outbox lists it', async () => {
  const first = await cli('digest', '--send', '--json')
  expect(JSON.parse(first.stdout).messages).toMatchObject({ planned: 2, sent: 2 })
  const again = await cli('digest', '--send', '--json')
  expect(again.code).toBe(0)
  expect(
    mailbox
      .mails()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([['adviser@example.test'], ['head@example.test']])
  const { messages } = JSON.parse((await cli('outbox', '--json')).stdout)
  expect(messages).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  expect((await county.show('sent')).slice(1)).toHaveLength(2)
})

test('remind says who is late and who can not be reached, and reminds with --send, once', async () => {
  const { due, unreachable } = JSON.parse((await cli('remind', '--json')).stdout)
  expect(due).toEqual([{ enterprise: '丁新厂有限公司', period: '2025-03', stage: 'after', rows: [] }])
  expect(unreachable).toEqual([])
  await cli('remind', '--send')
  await cli('remind', '--send')
  const reminders = mailbox.mails().filter(({ key }) => key?.startsWith('reminder'))
  expect(reminders.map(({ to }) => to)).toEqual([['li@example.test']])
})

test('outbox: a message that was sent is not sent again, an unknown one is named', async () => {
  const { messages } = JSON.parse((await cli('outbox', 'list', '--json')).stdout)
  const sent = await cli('outbox', 'resend', messages[0].key)
  expect(sent.code).toBe(1)
  expect(sent.stderr).toContain('不能进行此项操作')
  expect((await cli('outbox', 'waive', 'nothing')).stderr).toContain('nothing')
})

test('outbox erase forgets a person', async () => {
  const { code, stdout } = await cli('outbox', 'erase', 'adviser@example.test', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout).changed).toHaveLength(1)
  expect(JSON.stringify(await county.show('sent'))).not.toContain('adviser@example.test')
})

test('without a bucket or a sender nothing is tried, and the variable is named', async () => {
  const { code, stderr } = await runCli(['digest', '--send'], { ...environment, TALLYSHEET_BUCKET: '' })
  expect(code).toBe(1)
  expect(stderr).toContain('TALLYSHEET_BUCKET')
})
