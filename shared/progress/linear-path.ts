import type { BasisFact } from '../model/basis.ts'
import { type Month, monthOf } from '../model/month.ts'
import type { Target } from '../model/plan.ts'

/**
 * The path of a share or a count at a month: by equal monthly steps from the baseline, in December of its year, to the figure in the due
 * date's month, and flat outside; null without a baseline or a due date (measures.md, "share and counts").
 */
export function linearPath(
  { baselineYear, baseline, measure }: Target,
  { figure, due, month }: { figure: number; due: Month | null; month: Month },
): { value: number | null; facts: BasisFact[] } {
  if (baselineYear === null || baseline === null || due === null) return { value: null, facts: [{ fact: 'no-baseline' }] }
  const start = monthOf(baselineYear, 12)
  const kind = measure === 'emerging-share' ? 'share' : 'count'
  const facts: BasisFact[] = [{ fact: 'linear-path', year: baselineYear, baseline, kind, due }]
  if (month >= due) return { value: figure, facts }
  if (month <= start) return { value: baseline, facts }
  return { value: baseline + ((figure - baseline) * (month - start)) / (due - start), facts }
}
