import type { BasisFact, GrowthSource } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Month } from '../model/month.ts'
import { acceptedOutput, type Books } from './books.ts'
import { countedMonths, countedOutput, reportingOf } from './counted.ts'
import { type Growth, growthOnLastYear, growthSince } from './growth.ts'

/** E(p) in yuan, not yet rounded, and how the late ones entered it. */
export interface Estimate {
  /** Null when nothing is counted and no late enterprise adds anything. */
  yuan: number | null
  facts: BasisFact[]
}

/** The factor that serves a group of late enterprises; `enterprises` is how many it was used for. */
interface UsedGrowth {
  factor: number | null
  of: GrowthSource
  enterprises: number
}

/**
 * E(p): the counted output with what the late enterprises are likely to report, by the growth of those that did (measures.md,
 * "Estimate"). With nobody late it is C(p); it may lie below it.
 */
export function estimateWithLate(books: Books, members: readonly Enterprise[], month: Month): Estimate {
  const { carried, missing } = reportingOf(books, members, month)
  const counted = countedMonths(books, month)
  const sinceMonth = new Map<Month, UsedGrowth>()
  const sinceLastYear = once(() => firstKnown(books, members, (group) => growthOnLastYear(books, group, month)))
  let yuan: number | null = countedOutput(books, members, month)
  let notEstimated = 0

  for (const { id } of carried) {
    const last = counted[id]!
    const growth = sinceMonth.get(last) ?? firstKnown(books, members, (group) => growthSince(books, group, last, month))
    sinceMonth.set(last, growth)
    add(growth, acceptedOutput(books, id, last), -1)
  }
  for (const { id } of missing) add(sinceLastYear(), acceptedOutput(books, id, month - 12), 0)
  return { yuan, facts: facts() }

  function add(growth: UsedGrowth, base: number, alreadyCounted: -1 | 0): void {
    if (growth.factor === null || Number.isNaN(base)) {
      notEstimated += 1
      return
    }
    growth.enterprises += 1
    yuan = (yuan ?? 0) + base * (growth.factor + alreadyCounted)
  }

  function facts(): BasisFact[] {
    const grown = [...sinceMonth]
      .sort(([a], [b]) => a - b)
      .flatMap(([since, { factor, of, enterprises }]): BasisFact[] =>
        factor === null ? [] : [{ fact: 'late-grown', count: enterprises, since, factor, of }],
      )
    const { factor, of, enterprises } =
      missing.length > 0 ? sinceLastYear() : { factor: null, of: 'scope' as const, enterprises: 0 }
    return [
      ...grown,
      ...(factor !== null && enterprises > 0 ? [{ fact: 'late-from-last-year' as const, count: enterprises, factor, of }] : []),
      ...(notEstimated > 0 ? [{ fact: 'late-not-estimated' as const, count: notEstimated }] : []),
    ]
  }
}

/** The scope's growth, or the county's where the scope has none. */
function firstKnown(
  books: Books,
  members: readonly Enterprise[],
  growthOf: (group: readonly Enterprise[]) => Growth,
): UsedGrowth {
  const { factor } = growthOf(members)
  if (factor !== null) return { factor, of: 'scope', enterprises: 0 }
  return { factor: growthOf(books.register).factor, of: 'county', enterprises: 0 }
}

function once<T>(compute: () => T): () => T {
  let result: { value: T } | undefined
  return () => {
    result ??= { value: compute() }
    return result.value
  }
}
