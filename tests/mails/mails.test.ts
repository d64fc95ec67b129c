import { describe, expect, test } from 'vitest'
import type { Language } from '../../shared/model/language.ts'
import { sampleInput } from './sample-digest.ts'
import { compose, STATES, type StateName } from './states.ts'
import { validate } from './validate.ts'

const LANGUAGES: readonly Language[] = ['zh-CN', 'en']
const CASES = (Object.keys(STATES) as StateName[]).flatMap((state) => LANGUAGES.map((language) => [state, language] as const))
const MOST_BYTES = 90_000

/** What a person reads of the HTML, without what a mailbox shows elsewhere. */
const readable = (html: string): string =>
  html
    .replaceAll(/<(head|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<div style="display:none[\s\S]*?<\/div>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&nbsp;', ' ')

const figuresIn = (text: string): string[] => text.match(/\d[\d,.]*/g) ?? []

describe.each(CASES)('%s in %s', (state, language) => {
  const mail = STATES[state](language)

  test('is valid HTML', async () => {
    expect(await validate(mail.html)).toEqual([])
  })

  test('says the same in the text part, figure by figure and in the same order', () => {
    const figures = figuresIn(readable(mail.html))
    expect(figures.length).toBeGreaterThan(3)
    expect(figuresIn(mail.text.replaceAll(/<https:[^>]*>/g, ''))).toEqual(figures)
  })

  test('has a short subject on one line, and nothing remote', () => {
    expect([...mail.subject].length).toBeLessThanOrEqual(120)
    expect(mail.subject).not.toMatch(/\p{Cc}/u)
    expect(mail.html).not.toMatch(/<script|<link|<iframe|url\(|@import|\bon\w+=/i)
    for (const [, source] of mail.html.matchAll(/\bsrc="([^"]*)"/g)) expect(source).toMatch(/^cid:/)
    expect(mail.html).toContain(`<html lang="${language}">`)
    expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(MOST_BYTES)
  })
})

test('a fault in the HTML is found', async () => {
  const { html } = STATES.reminder('en')
  expect(await validate(html.replace('</h1>', '</h2>'))).not.toEqual([])
  expect(await validate(html.replace('<a class', '<img src="x"><a class'))).not.toEqual([])
})

test.each(['x'.repeat(60), '甲'.repeat(60), '𠮷'.repeat(60), '"'.repeat(60), '\u0301'.repeat(60)])(
  'stays within 90 kB with 500 late enterprises of long names, each with problems: %s',
  (name) => {
    for (const language of LANGUAGES) {
      const sample = sampleInput(language)
      const register = Array.from({ length: 500 }, (_, id) => ({
        ...sample.register[0]!,
        id,
        row: id + 2,
        name: `${id}${name}`.slice(0, 60),
      }))
      const [first] = sample.problems
      const names = { zh: name, en: name }
      const mail = compose(
        {
          ...sample,
          register,
          problems: register.map((each) => ({
            ...first!,
            enterprise: each.name,
            problem: { ...first!.problem, read: name.repeat(100) },
          })),
          progress: {
            ...sample.progress,
            completeness: { ...sample.progress.completeness, missing: 500, late: register.map(({ id }) => id) },
            indicators: Array.from({ length: 60 }, (_, index) => ({
              ...sample.progress.indicators[index % 3]!,
              key: `t${index}`,
              name: names,
              basis: [{ fact: 'missing', names: register.map((each) => each.name) }],
            })),
            clusters: Array.from({ length: 100 }, () => ({ ...sample.progress.clusters[0]!, name: names })),
            milestones: Array.from({ length: 200 }, (_, index) => ({
              ...sample.progress.milestones[0]!,
              key: `m${index}`,
              name,
              owner: name,
              late: true,
            })),
          },
        },
        language,
      )
      expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(MOST_BYTES)
      expect(mail.text).toMatch(language === 'en' ? /and \d+ more/ : /另有 \d+ 项/)
      expect([...mail.subject].length).toBeLessThanOrEqual(120)
    }
  },
)

test.each([
  ['mid-year', 'zh-CN', '全县工业总产值 2025年1—6月 241.09 亿元，完成年度目标 48.2 %，进度正常'],
  [
    'mid-year',
    'en',
    "Industrial output of the county, January–June 2025: RMB 24.11 billion, 48.2 % of the year's target – on track",
  ],
  ['no-data', 'zh-CN', '全县工业总产值 2020年1—11月暂无数据'],
] as const)('the subject of %s in %s', (state, language, subject) => {
  expect(STATES[state](language).subject).toBe(subject)
})
