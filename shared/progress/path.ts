import type { BasisFact, PathBase } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { monthOf } from '../model/month.ts'
import type { Target } from '../model/plan.ts'
import type { Books } from './books.ts'
import { countedOutput, reportingOf } from './counted.ts'

/** What a year should bring on the way to the target, in yuan not yet rounded; null where there is no path. */
export interface Path {
  yuan: number | null
  facts: BasisFact[]
}

interface Base {
  from: PathBase
  year: number
  yuan: number
}

/**
 * path(y): the whole year's output on a path of equal yearly growth from the base to the figure due in `dueYear` (measures.md, "Path").
 * At or above the figure the path stays there; without a positive base only the due year has one.
 */
export function pathOfYear(
  books: Books,
  members: readonly Enterprise[],
  row: Target,
  { figure, dueYear, year }: { figure: number; dueYear: number; year: number },
): Path {
  if (year > dueYear) return { yuan: null, facts: [] }
  const base = baseOf(books, members, row, year)
  const ownYear = year === dueYear ? figure : null
  if (base === null) return { yuan: ownYear, facts: [{ fact: 'no-path-base' }] }
  const facts: BasisFact[] = [{ fact: 'path-base', ...base }]
  if (base.yuan <= 0) return { yuan: ownYear, facts: [...facts, { fact: 'path-not-positive' }] }
  if (base.yuan >= figure) return { yuan: figure, facts: [...facts, { fact: 'path-at-target' }] }
  const way = (year - base.year) / (dueYear - base.year)
  return { yuan: ownYear ?? base.yuan * (figure / base.yuan) ** way, facts }
}

/** V and B: a fully reported last December, else the row's baseline, else last December as it stands, else none. */
function baseOf(books: Books, members: readonly Enterprise[], { baselineYear, baseline }: Target, year: number): Base | null {
  const december = monthOf(year - 1, 12)
  const yuan = countedOutput(books, members, december)
  const { carried, missing } = reportingOf(books, members, december)
  if (yuan !== null && carried.length + missing.length === 0) return { from: 'december', year: year - 1, yuan }
  if (baselineYear !== null && baseline !== null && baselineYear < year)
    return { from: 'baseline', year: baselineYear, yuan: baseline }
  return yuan === null ? null : { from: 'incomplete-december', year: year - 1, yuan }
}
