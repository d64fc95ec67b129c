import { describe, expect, test } from 'vitest'
import { SAMPLE_MISTAKES } from '../../../../shared/jobs/sample/mistakes.ts'
import { Language } from '../../../../shared/model/language.ts'
import { monthOf } from '../../../../shared/model/month.ts'
import { nameIn } from '../../../../shared/model/plan.ts'
import { judgedSample } from './judged-sample.ts'

describe.each(Language.options)('the sample in %s, judged', (language) => {
  const { judged, progress, problems } = judgedSample(language)
  const rowsOf = ({ enterprise, period }: (typeof SAMPLE_MISTAKES)[number]) =>
    judged.rows.filter(({ typed }) => typed.enterprise === nameIn(enterprise, language) && typed.period === period)

  test.each(SAMPLE_MISTAKES)('$what: $expectedRule', (mistake) => {
    const rules = rowsOf(mistake).flatMap((row) => row.problems.map(({ rule }) => rule))
    if (mistake.expectedRule === null) expect(rowsOf(mistake)).toEqual([])
    else expect(rules).toContain(mistake.expectedRule)
  })

  test('nothing else is asked about', () => {
    const made = new Set(SAMPLE_MISTAKES.flatMap(rowsOf))
    expect(judged.rows.filter((row) => row.problems.length > 0 && !made.has(row))).toEqual([])
    expect(problems).toEqual([])
  })

  test('the targets stand in every state that a reader should see', () => {
    expect(progress.period).toBe(monthOf(2025, 12))
    expect(Object.fromEntries(progress.indicators.map(({ key, status }) => [key, status]))).toEqual({
      'county-output': 'achieved',
      'casting-output': 'on-track',
      'carbon-output': 'holding',
      'building-output': 'off-track',
      'rose-output': 'tracking',
      'emerging-share': 'at-risk',
      'above-scale': 'on-track',
      listed: 'off-track',
      'single-champions': 'tracking',
      gazelles: 'tracking',
      specialised: 'tracking',
    })
  })
})
