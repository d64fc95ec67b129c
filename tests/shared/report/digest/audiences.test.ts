import { expect, test } from 'vitest'
import type { Enterprise } from '../../../../shared/model/enterprise.ts'
import type { Audience } from '../../../../shared/model/message.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { composeDigest } from '../../../../shared/report/digest/compose-digest.ts'
import { type DigestInput, digestContent } from '../../../../shared/report/digest/digest-content.ts'
import { composeReminder } from '../../../../shared/report/reminder/compose-reminder.ts'
import { sampleChart, sampleInput } from '../../../mails/sample-digest.ts'

// Every enterprise has a name and figures that nobody else has; whoever isn't meant to see them finds none of them in any part of
// a mail (security.md S15, S16).

const nameOf = (id: number): string => `CANARY${String(id).padStart(4, '0')}X`
const figureOf = (id: number): string => `7${String(id).padStart(4, '0')}31`

const sample = sampleInput('zh-CN')

const register: Enterprise[] = sample.register.map((each) => ({
  ...each,
  name: nameOf(each.id),
  aliases: [],
  contactName: '',
  contactEmail: `${nameOf(each.id).toLowerCase()}@example.test`,
}))

/** One held row of everybody, and one of everybody whose code is the neighbour's: that one names the neighbour. */
const problems: DigestInput['problems'] = register.flatMap(({ id, name }) => {
  const common = {
    enterprise: name,
    month: sample.progress.period,
    period: '2025-12',
    size: null,
    identity: name,
    figures: figureOf(id),
  }
  const neighbour = register[(id + 1) % register.length]!
  const at = { tab: 'submissions', severity: 'rejected', column: 'enterprise' } as const
  return [
    {
      ...common,
      problem: {
        ...at,
        rule: 'total-fell',
        severity: 'held',
        row: 1000 + id,
        cell: `D${1000 + id}`,
        read: figureOf(id),
        facts: { total: figureOf(id), before: figureOf(id), month: '2025-11' },
      },
    },
    {
      ...common,
      problem: {
        ...at,
        rule: 'code-name-mismatch',
        row: 5000 + id,
        cell: `C${5000 + id}`,
        read: figureOf(neighbour.id),
        facts: { owner: neighbour.name, name, code: figureOf(neighbour.id) },
      },
    },
    {
      ...common,
      problem: {
        ...at,
        rule: 'part-exceeds-whole',
        row: 5000 + id,
        cell: `G${5000 + id}`,
        read: figureOf(neighbour.id),
        facts: { part: figureOf(neighbour.id), whole: figureOf(neighbour.id) },
      },
    },
  ]
})

const input: DigestInput = {
  ...sample,
  register,
  problems,
  submissions: sample.submissions.map((row) => ({ ...row, outputYtdYuan: Number(figureOf(row.enterprise)) * 1e4 })),
  progress: {
    ...sample.progress,
    completeness: { ...sample.progress.completeness, late: register.map(({ id }) => id) },
    indicators: sample.progress.indicators.map((each) => {
      const scope = each.scope.startsWith('cluster:') ? each.scope.slice(8) : null
      const names = register.filter(({ cluster }) => scope === null || cluster === scope).map(({ name }) => name)
      return { ...each, basis: [{ fact: 'missing', names }] }
    }),
  },
}

const everyPart = (audience: Audience, language: 'zh-CN' | 'en'): string => {
  const content = digestContent({ ...input, audience })
  if (content === 'older') throw new Error('older')
  return JSON.stringify([composeDigest(content, sampleChart(input, language), textsFor(language)), content.told])
}

/** Ids whose canaries stand in a text, by name or by figure with or without its groups. */
function seenIn(text: string): Set<number> {
  const names = [...text.matchAll(/canary(\d{4})x/gi)].map((match) => Number(match[1]))
  const figures = [...text.replaceAll(',', '').matchAll(/7(\d{4})31/g)].map((match) => Number(match[1]))
  return new Set([...names, ...figures].filter((id) => id < register.length))
}

test.each(['zh-CN', 'en'] as const)(
  'an enterprise sees its own and nobody else’s, in %s',
  (language) => {
    for (const { id } of register) expect([...seenIn(everyPart({ of: 'enterprise', enterprise: id }, language))]).toEqual([id])
  },
  120_000,
)

test('an enterprise sees no figure of the county, a cluster or a field', () => {
  const { progress } = input
  const aggregates = [
    ...progress.indicators.map(({ value, unit }) => (unit === '家' ? null : value)),
    ...progress.clusters.map((each) => each.outputYtd),
    ...progress.fields.map((each) => each.outputYtd),
  ]
  const words = textsFor('zh-CN').digest
  const told = aggregates.filter((value) => value !== null && value > 1).map((value) => words.amount(value!).split(' ')[0]!)
  expect(told.length).toBeGreaterThan(10)
  const county = everyPart({ of: 'county' }, 'zh-CN')
  expect(told.filter((figure) => county.includes(figure)).length).toBeGreaterThan(10)
  for (const { id } of register.slice(0, 40)) {
    const mail = everyPart({ of: 'enterprise', enterprise: id }, 'zh-CN')
    expect(told.filter((figure) => mail.includes(figure))).toEqual([])
    expect(mail).not.toContain('chart@')
  }
})

test.each(['casting', 'carbon', 'building', 'rose-ejiao'])('the cluster %s sees its members only', (key) => {
  const members = new Set(register.filter(({ cluster }) => cluster === key).map(({ id }) => id))
  const mail = everyPart({ of: 'cluster', key }, 'en')
  const seen = seenIn(mail)
  expect(seen.size).toBeGreaterThan(3)
  expect([...seen].filter((id) => !members.has(id))).toEqual([])
  expect(mail).not.toContain('chart@')
})

test('the county sees them', () => {
  expect(seenIn(everyPart({ of: 'county' }, 'en')).size).toBeGreaterThan(20)
})

test('two enterprises of one name are told of neither’s rows', () => {
  const twins = register.map((each) => (each.id < 2 ? { ...each, name: 'CANARY0000X' } : each))
  const content = digestContent({ ...input, register: twins, audience: { of: 'enterprise', enterprise: 1 } })
  expect(content === 'older' || content.problems.shown).toEqual([])
})

test('a reminder holds its own enterprise only', () => {
  const { workbook, progress, runId } = input
  for (const { id } of register) {
    const common = {
      workbook,
      register,
      period: progress.period,
      dueOn: '2026-01-10',
      asOf: progress.asOf,
      runId,
    }
    const mail = composeReminder({ ...common, kind: 'row', enterprise: id, problems }, textsFor('zh-CN'))
    expect([...seenIn(JSON.stringify(mail))]).toEqual([id])
  }
})
