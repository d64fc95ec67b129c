import type { Day } from '../model/day.ts'
import type { Problem } from '../model/problem.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { CellContent, LinkedText } from './cells.ts'
import type { ListedProblem } from './problem-order.ts'

/** More would not be worked through, and would swell every commit. */
export const MOST_PROBLEMS = 2_000

/** A tab that problems lead to. */
export interface LinkedTab {
  sheetId: number
  title: string
}

/** The content of Problems, header included: the worst, each with the day on which it was first seen, and how many more there are. */
export function problemCells(
  present: readonly (readonly CellValue[])[],
  inOrder: readonly ListedProblem[],
  tabOf: (tab: Problem['tab']) => LinkedTab | undefined,
  today: Day,
  texts: Texts,
): CellContent[][] {
  const shown = inOrder.slice(0, MOST_PROBLEMS)
  const days = daysFirstSeen(present, shown, today)
  const rows = shown.map((listed, index): CellContent[] => {
    const { problem, enterprise, period, figures } = listed
    const cells: Record<ColumnKey<'problems'>, CellContent> = {
      severity: texts.rules.severity[problem.severity],
      where: where(problem, tabOf(problem.tab)),
      enterprise,
      period,
      rule: texts.rules.name[problem.rule],
      read: problem.read,
      advice: texts.rules.advice[problem.rule](problem),
      firstSeen: days[index]!,
      key: keyOf(listed),
      figures,
    }
    return COLUMNS.problems.map((key) => cells[key])
  })
  const left = inOrder.length - shown.length
  const header = COLUMNS.problems.map((key) => texts.workbook.header.problems[key])
  return [header, ...rows, ...(left > 0 ? [[texts.summary.moreProblems(left)]] : [])]
}

/** `Submissions D12`, which opens that cell; without a cell, the row. */
function where({ cell, row }: Problem, tab: LinkedTab | undefined): string | LinkedText {
  const text = `${tab?.title ?? ''} ${cell ?? row}`.trim()
  return tab ? { text, link: `#gid=${tab.sheetId}&range=${cell ?? `${row}:${row}`}` } : text
}

/** The same in every run and language, wherever the row stands. */
const keyOf = ({ problem, identity }: ListedProblem): string =>
  `${problem.rule}|${problem.column ?? ''}|${identity}`.toWellFormed()

interface Seen {
  figures: string
  day: Day
}

/**
 * The day of each problem. One that was listed keeps its day, also when its figures changed and it is still there; of several
 * rows of one enterprise and month each keeps its own, told apart by their figures.
 */
function daysFirstSeen(present: readonly (readonly CellValue[])[], shown: readonly ListedProblem[], today: Day): Day[] {
  const seen = seenBefore(present)
  const take = ({ key, figures }: { key: string; figures?: string }): Day | null => {
    const left = seen.get(key) ?? []
    const index = figures === undefined ? 0 : left.findIndex((each) => each.figures === figures)
    return left.splice(index, index < 0 ? 0 : 1)[0]?.day ?? null
  }
  const keys = shown.map((listed) => ({ key: keyOf(listed), figures: listed.figures.toWellFormed() }))
  const exact = keys.map(take)
  return exact.map((day, index) => day ?? take({ key: keys[index]!.key }) ?? today)
}

/** What the tab lists, by key. Editors of the bureau may have typed over a day. */
function seenBefore(present: readonly (readonly CellValue[])[]): Map<string, Seen[]> {
  const text = (row: readonly CellValue[], column: ColumnKey<'problems'>) => String(row[COLUMNS.problems.indexOf(column)] ?? '')
  const seen = new Map<string, Seen[]>()
  for (const row of present.slice(1)) {
    const day = text(row, 'firstSeen')
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) continue
    const key = text(row, 'key')
    seen.set(key, [...(seen.get(key) ?? []), { figures: text(row, 'figures'), day }])
  }
  return seen
}
