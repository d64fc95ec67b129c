import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { runNotice } from '../../../../infra/local/page/client/run-notice.ts'
import { COLUMNS } from '../../../../shared/model/tabs.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { cell, type } from './at-the-table.ts'
import { type Office, openOffice } from './open-page.ts'
import { sharedBrowser } from './shared-browser.ts'

const OUTPUT = COLUMNS.submissions.indexOf('outputYtd')
const folder = mkdtempSync(join(tmpdir(), 'tallysheet-mailing-'))
const words = textsFor('zh-CN').page

const browser = sharedBrowser()
let office: Office | undefined

afterEach(() => office?.close())
afterAll(() => rmSync(folder, { recursive: true }))

test('the walk leads through sending the digest to reading it; sent again, it says that it was sent', async () => {
  office = await openOffice({
    today: '2025-04-15',
    mailFolder: folder,
    recipients: [['head@example.test', '县领导', 'county', 'zh-CN', 'monthly', false, true]],
  })
  const window = await office.open(browser(), { locale: 'zh-CN', width: 1500, guide: true })
  const mailbox = await office.open(browser(), { locale: 'zh-CN', path: '/#mailbox' })
  await mailbox.getByText(words.mailbox.none).waitFor()
  const press = (name: string) => window.getByRole('button', { name, exact: true }).click()
  const step = (title: string) => window.locator('.walk h3', { hasText: title }).waitFor()
  const notice = (text: string) => window.locator('.notice', { hasText: text }).waitFor()

  await press(words.bar.recalculate)
  await press(words.guide.start)
  await step(words.guide.mistake.title)
  const row = Number((await window.locator('.cell-name').inputValue()).replace(/\D/g, '')) - 1
  const right = (await cell(window, row, OUTPUT).innerText()).replace(/,/g, '')
  const enter = (text: string) => type(window, row, OUTPUT, text)
  await enter(String(Number(right) * 10_000))
  await step(words.guide.recalculate.title)
  await press(words.bar.recalculate)
  await step(words.guide.read.title)
  await press(words.guide.next)
  await enter(right)
  await step(words.guide.again2.title)
  await press(words.bar.recalculate)
  await step(words.guide.counted.title)
  await press(words.guide.next)
  await step(words.guide.send.title)
  await press(words.bar.digest)
  await notice(words.result.arrived({ arrived: 1 }))
  await step(words.guide.open.title)
  await window.locator('.walk', { hasText: words.guide.open.text(1) }).waitFor()
  // The other window's mailbox shows the mail without being asked.
  await mailbox.locator('.mails button').first().waitFor()
  await press(words.guide.openMailbox)
  await step(words.guide.digest.title)
  await window.frameLocator('iframe').locator('body', { hasText: '目标' }).waitFor()
  await press(words.guide.next)
  await window.locator('.walk', { hasText: words.guide.done }).waitFor()

  await press(words.bar.digest)
  await notice(words.result.sentBefore({ sent: 1 }))
  expect(await window.locator('.mails button').count()).toBe(1)
  expect(office.complaints.filter((text) => !/Blocked|violates|sandboxed/.test(text))).toEqual([])

  // On a phone the list stands above the mail: beside it, the mail would be a strip.
  await mailbox.setViewportSize({ width: 390, height: 844 })
  await mailbox.locator('.mails button').first().waitFor()
  const widthOf = async (of: string) => (await mailbox.locator(of).first().boundingBox())!.width
  expect([await widthOf('.mails'), await widthOf('.mailbox > :last-child')]).toEqual([390, 390])
})

const NOBODY = { planned: 0, sent: 0, rejected: 0, waiting: 0, needsDecision: 0 }
const RUN = { asOf: '2025-04-15', seconds: 1, changed: true, requests: { read: 1, write: 1 } }

test.each([
  [{ messages: NOBODY, stopped: null, arrived: 0 }, [words.result.nothingDue], false],
  [{ messages: { ...NOBODY, planned: 8, sent: 8 }, stopped: null, arrived: 0 }, [words.result.sentBefore({ sent: 8 })], false],
  [{ messages: { ...NOBODY, planned: 8, sent: 8 }, stopped: null, arrived: 5 }, [words.result.arrived({ arrived: 5 })], false],
  [{ messages: { ...NOBODY, planned: 3, sent: 1, rejected: 2 }, stopped: null, arrived: 1 }, ['应发 3 封', '被拒收 2 封'], true],
  [
    { messages: { ...NOBODY, planned: 3, waiting: 3 }, stopped: 'quota', arrived: 0 },
    ['待发 3 封', words.result.stopped.quota!],
    true,
  ],
  [{ messages: NOBODY, stopped: 'store-unavailable', arrived: 0 }, [words.result.stopped['store-unavailable']!], true],
  [{ messages: NOBODY, stopped: 'not-shared', arrived: 0 }, ['发送中止（not-shared）'], true],
  [{ messages: NOBODY, stopped: null, arrived: 0, unreachable: [{ enterprise: '甲厂' }] }, ['甲厂'], false],
])('%j', (answer, told, failed) => {
  const notice = runNotice('digest', { run: RUN, ...answer }, words)
  for (const text of told) expect(notice.text).toContain(text)
  expect(notice.failed ?? false).toBe(failed)
})
