import { describe, expect, test } from 'vitest'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { composeDigest } from '../../../../shared/report/digest/compose-digest.ts'
import { type DigestInput, digestContent } from '../../../../shared/report/digest/digest-content.ts'
import { milestonesDue } from '../../../../shared/report/digest/milestones-due.ts'
import { sampleInput } from '../../../mails/sample-digest.ts'

const texts = textsFor('en')
const december = sampleInput('en')
const november = sampleInput('en', '2025-12-15')

function contentOf(input: DigestInput) {
  const content = digestContent(input)
  if (content === 'older') throw new Error('older')
  return content
}
const toldIn = (input: DigestInput): DigestInput['since'] => contentOf(input).told

describe('what changed since the last digest to this person', () => {
  test('values, statuses, who reported and who is newly late', () => {
    const { changes } = contentOf({ ...december, since: toldIn(november) })
    const kinds = changes.shown.map(({ is }) => is)
    expect(kinds).toContain('period')
    expect(kinds).toContain('indicator')
    expect(kinds).toContain('late')
    const late = changes.shown.flatMap((change) => (change.is === 'late' ? [change.name] : []))
    const before = november.progress.completeness.late.map((id) => november.register[id]!.name)
    expect(late.filter((name) => before.includes(name))).toEqual([])
  })

  test('who was late and has a row for the period has reported; who left has not', () => {
    const since = toldIn(december)!
    const [reported, left] = [december.register[0]!.name, 'Nobody Ltd.']
    const { changes } = contentOf({ ...december, since: { ...since, late: [...since.late!, reported, left] } })
    expect(changes.shown).toEqual([{ is: 'reported', name: reported }])
  })

  test('a quiet period says so in one line', () => {
    const content = contentOf({ ...december, since: toldIn(december) })
    expect(content.changes).toEqual({ shown: [], more: 0 })
    const { text } = composeDigest(content, null, texts)
    expect(text).toContain('Nothing has changed since the last digest, as of 15 January 2026.')
  })

  test('a value that changed by less than its decimals show is told as such', () => {
    const since = toldIn(december)!
    const own = since.indicators['county-output']!
    const changed = { ...since, indicators: { ...since.indicators, 'county-output': { ...own, value: own.value! + 1 } } }
    const { text } = composeDigest(contentOf({ ...december, since: changed }), null, texts)
    expect(text).toContain('Industrial output of the county: changed slightly, still RMB 50.39 billion.')
  })
})

describe('the period never goes back', () => {
  test.each([
    ['an earlier period', '2026-01', 'older'],
    ['the same period', '2025-12', 'told'],
    ['a later period', '2025-11', 'told'],
    ['across a year', '2026-02', 'older'],
  ])('%s', (_, period, expected) => {
    const content = digestContent({ ...december, since: { ...toldIn(december)!, period } })
    expect(content === 'older' ? 'older' : 'told').toBe(expected)
  })

  test('over a year of weekly digests', () => {
    const days = Array.from({ length: 26 }, (_, n) => new Date(Date.UTC(2025, 0, 6 + n * 14)).toISOString().slice(0, 10))
    const periods = days.map((day) => contentOf(sampleInput('en', day)).told.period)
    expect(periods).toEqual(periods.toSorted())
    expect(new Set(periods).size).toBeGreaterThan(10)
  }, 120_000)
})

describe('an enterprise is told of its own rows', () => {
  const id = december.submissions.find(({ month }) => month === december.progress.period)!.enterprise
  const own = december.submissions.filter((row) => row.enterprise === id)

  test('its newest accepted total and its growth', () => {
    const { period } = december.progress
    const [now, before] = [period, period - 12].map((month) => own.find((row) => row.month === month)!.outputYtdYuan)
    expect(contentOf({ ...december, audience: { of: 'enterprise', enterprise: id } }).own).toMatchObject({
      state: 'reported',
      outputYtd: now,
      yearOnYear: now! / before! - 1,
      counted: period,
    })
  })

  test('without last year’s row the base typed in the row serves; without one there is no growth', () => {
    const row = own.find(({ month }) => month === december.progress.period)!
    const growth = (outputYtdLastYearYuan: number | null) =>
      contentOf({
        ...december,
        submissions: [{ ...row, outputYtdLastYearYuan }],
        audience: { of: 'enterprise', enterprise: id },
      }).own?.yearOnYear
    expect(growth(row.outputYtdYuan / 2)).toBeCloseTo(1)
    expect(growth(0)).toBeNull()
    expect(growth(null)).toBeNull()
  })

  test('who was moved from another enterprise is not told of that one', () => {
    const other = december.register[id + 1]!
    const since = toldIn({ ...december, audience: { of: 'enterprise', enterprise: other.id } })!
    const input: DigestInput = {
      ...december,
      audience: { of: 'enterprise', enterprise: id },
      since: { ...since, late: [other.name] },
    }
    const { html, text, subject } = composeDigest(contentOf(input), null, texts)
    for (const part of [html, text, subject]) expect(part).not.toContain(other.name)
    expect(contentOf(input).changes.shown).toMatchObject([{ is: 'own', from: null }])
  })
})

test('links lead to the exact cell or row', () => {
  const content = contentOf(december)
  const { problem } = december.problems.find((each) => each.problem.severity !== 'note')!
  expect(content.problems.shown[0]!.link).toBe(
    `https://docs.google.com/spreadsheets/d/sample/edit#gid=101&range=${problem.cell ?? `A${problem.row}`}`,
  )
  expect(content.late.shown[0]!.link).toMatch(/#gid=102&range=A\d+$/)
  expect(content.indicators.shown[0]!.link).toMatch(/#gid=105&range=A2$/)
})

test.each([
  ['late', '2026-01-01', 'in-progress', true, true],
  ['due within a month', '2026-02-15', 'not-started', false, true],
  ['due later', '2026-02-16', 'not-started', false, false],
  ['done', '2026-01-20', 'done', false, false],
  ['without a day', null, 'blocked', false, false],
] as const)('a task that is %s', (_, dueOn, state, late, told) => {
  const milestone = { key: 'm', name: 'Task', area: '', owner: '', dueOn, state, percent: null, late }
  expect(milestonesDue({ asOf: '2026-01-15', milestones: [milestone] })).toHaveLength(told ? 1 : 0)
})
