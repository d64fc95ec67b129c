import { lastDayOf, monthOfDay } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { type Month, yearOf } from '../model/month.ts'
import type { Target, TitleName } from '../model/plan.ts'
import type { Indicator, Status } from '../model/progress.ts'
import type { Books } from './books.ts'
import { completenessOf, countedFacts } from './counted.ts'
import { countAboveScale, countListed, countTitled } from './counts.ts'
import { emergingShare, type StockValue } from './emerging-share.ts'
import { compared, figureToReach, unmeasured } from './indicator.ts'
import { linearPath } from './linear-path.ts'
import { statusByPace } from './pace.ts'
import { ratio, reaches } from './ratio.ts'
import { membersOf } from './scope.ts'

/** A target of a share or a number of enterprises: its value and where it stands (measures.md, "share and counts"). */
export function measureShareOrCount(books: Books, row: Target): Indicator {
  const members = membersOf(books, row.scope)
  const isShare = row.measure === 'emerging-share'
  const { value, coverage, facts } = valueAt(books, row, members, books.period)
  const indicator: Indicator = {
    ...unmeasured(row),
    value,
    coverage,
    ...compared(value, row),
    completeness: isShare ? completenessOf(books, members, books.period).share : null,
    basis: isShare ? [...countedFacts(books, members, books.period), ...facts] : facts,
  }
  if (row.kind === 'track') return { ...indicator, status: 'tracking' }

  const figure = figureToReach(row.target)
  if (figure === null) return { ...indicator, basis: [...indicator.basis, { fact: 'no-target' }] }
  const judged = judge(books, row, members, figure)
  return { ...indicator, ...judged, basis: [...indicator.basis, ...judged.basis] }
}

/** Judges at the due date's month once it is over, until then at the reporting period. */
function judge(
  books: Books,
  row: Target,
  members: readonly Enterprise[],
  figure: number,
): Pick<Indicator, 'pace' | 'path' | 'status' | 'basis'> {
  const due = row.dueOn === null ? null : monthOfDay(row.dueOn)
  const isOver = due !== null && books.period > due
  const judgedMonth = isOver ? due : books.period
  const { value } = valueAt(books, row, members, judgedMonth)
  const path = linearPath(row, { figure, due, month: judgedMonth })
  const pace = ratio(value, path.value ?? figure)
  const isReached = value !== null && reaches(value, figure) && (row.measure !== 'emerging-share' || isInYearOf(due, judgedMonth))
  return {
    pace,
    path: path.value,
    status: statusOf(),
    basis: isOver ? [...path.facts, { fact: 'judged-at', month: due }] : path.facts,
  }

  function statusOf(): Status {
    if (isReached) return 'achieved'
    if (isOver) return 'missed'
    if (value === null) return 'no-data'
    // Nothing is asked for yet where the path is at 0.
    return pace === null ? 'on-track' : statusByPace(pace, books.settings)
  }
}

const isInYearOf = (due: Month | null, month: Month): boolean => due !== null && yearOf(due) === yearOf(month)

function valueAt(books: Books, { measure }: Target, members: readonly Enterprise[], month: Month): StockValue {
  if (measure === 'emerging-share') return emergingShare(books, members, month)
  return { value: countAt(), coverage: null, facts: [{ fact: 'counted-on', day: lastDayOf(month) }] }

  function countAt(): number {
    if (measure === 'above-scale') return countAboveScale(members, month)
    if (measure === 'listed') return countListed(members, month)
    return countTitled(members, books.plan.titles, measure.slice('title:'.length) as TitleName, month)
  }
}
