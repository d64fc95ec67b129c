import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { composeReminder } from '../../shared/report/reminder/compose-reminder.ts'
import { startBrowser } from '../support/browser.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { findings, openMail, type View } from './render.ts'
import { sampleInput } from './sample-digest.ts'
import { compose, STATES, type StateName } from './states.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 120_000)
afterAll(() => browser?.close())

const VIEWS: readonly [StateName, 'zh-CN' | 'en', View][] = [
  ['mid-year', 'zh-CN', { width: 320, scheme: 'light', images: true }],
  ['year-over', 'en', { width: 320, scheme: 'dark', images: false }],
  ['no-data', 'zh-CN', { width: 600, scheme: 'dark', images: true }],
  ['enterprise', 'en', { width: 1200, scheme: 'light', images: false }],
  ['reminder', 'zh-CN', { width: 320, scheme: 'dark', images: true }],
]

test.each(VIEWS)(
  '%s in %s passes axe-core and fits its window: %o',
  async (state, language, view) => {
    const page = await openMail(browser, STATES[state](language), view)
    expect(await findings(page)).toEqual({ axe: [], overflow: 0 })
    await page.context().close()
  },
  120_000,
)

test('a planted fault is found', async () => {
  const mail = STATES.reminder('en')
  const html = mail.html.replace('<h1 class="h1"', '<img src="cid:x"><p style="color:#eee">pale</p><h1 class="h1"')
  const page = await openMail(browser, { ...mail, html }, { width: 320, scheme: 'light', images: false })
  expect((await findings(page)).axe.map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'color-contrast']),
  )
  await page.context().close()
}, 120_000)

/** Tags with their attributes as Chromium parses them; the values only where nobody's text belongs. */
async function anatomy(documents: readonly string[]): Promise<string[][]> {
  const page = await browser.newPage()
  const parsed = await page.evaluate((sources) => {
    const Parser = (
      globalThis as unknown as { DOMParser: new () => { parseFromString(text: string, type: string): ParsedDocument } }
    ).DOMParser
    interface ParsedDocument {
      querySelectorAll(selector: string): Iterable<{ tagName: string; attributes: Iterable<{ name: string; value: string }> }>
    }
    const words = ['alt', 'aria-label']
    return sources.map((source) =>
      [...new Parser().parseFromString(source, 'text/html').querySelectorAll('*')].map(
        ({ tagName, attributes }) =>
          `${tagName} ${[...attributes].map(({ name, value }) => (words.includes(name) ? name : `${name}=${value}`)).join(' ')}`,
      ),
    )
  }, documents)
  await page.close()
  return parsed
}

const sample = sampleInput('en')

/** A county digest, an enterprise's and a reminder in which everything that people type is the text. */
function mailsOf(text: string) {
  const names = { zh: text, en: text }
  const { progress } = sample
  const register = sample.register.slice(0, 3).map((each) => ({ ...each, name: `${text}${each.id}`, contactName: text }))
  const [first] = sample.problems
  const problem = { ...first!.problem, tab: 'submissions', rule: 'unknown-enterprise', severity: 'rejected' } as const
  const problems = register.flatMap((each) => {
    const own = { ...problem, rule: 'unreadable-number', read: text, facts: {} } as const
    return [
      { ...first!, enterprise: each.name, period: text, problem: { ...problem, read: text, facts: { suggestion: text } } },
      { ...first!, enterprise: each.name, period: text, problem: { ...own, row: 900 } },
    ]
  })
  const input = {
    ...sample,
    workbook: { ...sample.workbook, title: text },
    register,
    problems,
    runId: text,
    submissions: [],
    progress: {
      ...progress,
      completeness: { ...progress.completeness, late: [0, 1, 2] },
      indicators: progress.indicators
        .slice(0, 2)
        .map((each) => ({ ...each, name: names, basis: [{ fact: 'missing', names: [text] }] as const })),
      clusters: progress.clusters.slice(0, 1).map((each) => ({ ...each, name: names })),
      fields: [],
      milestones: progress.milestones.slice(0, 1).map((each) => ({ ...each, name: text, owner: text, late: true })),
    },
  }
  const { period, asOf } = progress
  const reminded = { ...input, period, asOf, dueOn: asOf, enterprise: 1, kind: 'row' } as const
  return [
    compose(input, 'en'),
    compose({ ...input, audience: { of: 'enterprise', enterprise: 1 } }, 'zh-CN'),
    composeReminder(reminded, textsFor('en'))!,
  ]
}

describe('whatever people type', () => {
  test('no element, attribute or address comes of it, and no line', async () => {
    const plain = mailsOf('plain')
    const expected = await anatomy(plain.map(({ html }) => html))
    for (let from = 0; from < HOSTILE_TEXTS.length; from += 40) {
      const texts = HOSTILE_TEXTS.slice(from, from + 40)
      const mails = texts.map(mailsOf)
      const found = await anatomy(mails.flat().map(({ html }) => html))
      for (const [index, mail] of mails.flat().entries()) {
        const kind = index % plain.length
        expect(found[index], texts[Math.floor(index / plain.length)]).toEqual(expected[kind])
        expect(mail.text.split('\n').length).toBe(plain[kind]!.text.split('\n').length)
        expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(mail.html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u)
        expect(mail.html.isWellFormed() && mail.text.isWellFormed()).toBe(true)
        expect([...mail.subject].length).toBeLessThanOrEqual(120)
      }
    }
  }, 300_000)
})
