import { afterEach, expect, test } from 'vitest'
import { COLUMNS } from '../../../../shared/model/tabs.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { HOSTILE_TEXTS } from '../../../support/hostile-texts.ts'
import { cell, recalculate, shows } from './at-the-table.ts'
import { mailboxWith } from './one-mail.ts'
import { type Office, openOffice } from './open-page.ts'
import { sharedBrowser } from './shared-browser.ts'

const [PERIOD, STATUS] = [COLUMNS.submissions.indexOf('period'), COLUMNS.submissions.indexOf('status')]
const { workbook: words, page: english } = textsFor('en')

const browser = sharedBrowser()
let office: Office

afterEach(() => office.close())

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const HOSTILE = [
  '<img src=x onerror="document.title=`hacked`">',
  '"><script>document.title="hacked"</script>',
  ...HOSTILE_TEXTS.filter(({ length }) => length < 1_000),
]

test('hostile texts in every column do nothing but show', async () => {
  const row = (text: string) => Array.from({ length: STATUS }, () => text)
  office = await openOffice({ language: 'en', submissions: HOSTILE.map(row), enterprises: HOSTILE.map(row) })
  const window = await office.open(browser())
  await recalculate(window)
  await shows(window, 1, PERIOD, '<img src=x')
  for (let row = 1; row < HOSTILE.length; row += 25) {
    await window.locator('.cell-name').fill(`A${row + 1}`)
    await window.keyboard.press('Enter')
    await cell(window, row, PERIOD).waitFor()
  }
  for (const tab of [words.tab.enterprises, words.tab.problems, words.tab.summary]) {
    await window.getByRole('button', { name: tab, exact: true }).click()
    await cell(window, 1, 0).waitFor({ state: 'attached' })
  }
  await window.goto(`${office.page.url}/#runs`)
  await window.locator('.run').first().waitFor()
  expect(await window.title()).not.toContain('hacked')
  expect(await window.locator('img, .sheet script').count()).toBe(0)
  expect(office.complaints).toEqual([])
})

test('a mail is shown at 375 pixels; its scripts, pictures and links reach nothing', async () => {
  const html = `<!doctype html><html><body><table width="100%"><tr><td style="color: #2b5c9e">Progress 63 %</td></tr></table>
<img src="cid:chart@x" alt="chart"><script>parent.document.title = 'hacked'</script><img src="http://evil.example/a.png" onerror="top.document.title='hacked'">
<a href="http://evil.example/">open</a></body></html>`
  const content = {
    html,
    text: 'Progress 63 %',
    headers: { Subject: '63 %' },
    images: [{ cid: 'chart@x', png: PIXEL }],
  }
  office = await openOffice({ language: 'en' }, mailboxWith(content, { id: 'a/1', subject: '<b>63 %</b>' }))
  const window = await office.open(browser(), { path: '/#mailbox' })
  await window.getByRole('button', { name: `${english.mailbox.phone} 375` }).click()
  const frame = window.frameLocator('iframe')
  await frame.getByText('Progress 63 %').waitFor()
  expect(await frame.locator('body').evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  expect(await frame.locator('td').evaluate((element) => getComputedStyle(element).color)).toBe('rgb(43, 92, 158)')
  expect(await frame.getByAltText('chart').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await frame.getByText('open').click()
  await window.getByRole('button', { name: english.mailbox.asText }).click()
  await window.locator('pre', { hasText: 'Progress 63 %' }).waitFor()
  await window.getByRole('button', { name: english.mailbox.asHeaders }).click()
  await window.locator('pre', { hasText: 'Subject: 63 %' }).waitFor()
  expect(await window.title()).not.toContain('hacked')
  // The browser says that it blocked these; nothing else may be said, and nothing may have been answered.
  expect(office.complaints.filter((text) => !/Blocked|violates|evil\.example|sandboxed|localStorage/.test(text))).toEqual([])
})
