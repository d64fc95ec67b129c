import type { Language } from '../../shared/model/language.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { composeDigest } from '../../shared/report/digest/compose-digest.ts'
import { type DigestInput, digestContent } from '../../shared/report/digest/digest-content.ts'
import { composeReminder } from '../../shared/report/reminder/compose-reminder.ts'
import { sampleChart, sampleInput } from './sample-digest.ts'

/** Composes a digest that is known not to be older than the one before it. */
export function compose(input: DigestInput, language: Language) {
  const content = digestContent(input)
  if (content === 'older') throw new Error('the sample told a later period before')
  return composeDigest(content, sampleChart(input, language), textsFor(language))
}

const toldIn = (language: Language, asOf: string): DigestInput['since'] => {
  const content = digestContent(sampleInput(language, asOf))
  return content === 'older' ? null : content.told
}

/** The mails to look at, by name: the states that a county goes through, each audience, a reminder. */
export const STATES = {
  'no-data': (language: Language) =>
    compose(
      {
        ...sampleInput(language, '2021-01-05'),
        submissions: [],
        problems: [],
      },
      language,
    ),
  'first-month': (language: Language) => compose(sampleInput(language, '2023-03-12'), language),
  'mid-year': (language: Language) =>
    compose({ ...sampleInput(language, '2025-07-15'), since: toldIn(language, '2025-06-15') }, language),
  'year-over': (language: Language) =>
    compose({ ...sampleInput(language), since: toldIn(language, '2025-12-15'), schedule: 'weekly' }, language),
  missed: (language: Language) => {
    const input = sampleInput(language)
    const indicators = input.progress.indicators.map((each) => ({ ...each, status: 'missed' as const }))
    return compose({ ...input, progress: { ...input.progress, indicators } }, language)
  },
  cluster: (language: Language) => {
    const since = toldIn(language, '2026-01-15')
    return compose({ ...sampleInput(language), audience: { of: 'cluster', key: 'casting' }, since }, language)
  },
  enterprise: (language: Language) => {
    const input = sampleInput(language)
    const held = input.problems.find(({ problem }) => problem.tab === 'submissions' && problem.severity === 'held')
    const { id } = input.register.find(({ name }) => name === held?.enterprise)!
    return compose({ ...input, audience: { of: 'enterprise', enterprise: id } }, language)
  },
  reminder: (language: Language) => {
    const { problems, register, workbook, progress, runId } = sampleInput(language)
    const held = problems.find(({ problem }) => problem.tab === 'submissions' && problem.severity === 'held')
    const { id } = register.find(({ name }) => name === held?.enterprise)!
    const { period, asOf } = progress
    const input = { problems, register, workbook, period, asOf, runId, enterprise: id }
    return composeReminder({ ...input, kind: 'row', dueOn: '2026-01-10' }, textsFor(language))!
  },
}
export type StateName = keyof typeof STATES
