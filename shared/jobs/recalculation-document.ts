import { formatMonth } from '../model/month.ts'
import { nameIn } from '../model/plan.ts'
import type { Progress } from '../model/progress.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { RequestCounts } from '../ports.ts'
import type { Judgement } from './judge-workbook.ts'

export interface RunFacts {
  id: string
  startedAt: string
  seconds: number
  changed: boolean
  requests: RequestCounts
  /** The run that had already answered this trigger. */
  duplicateOf?: string
  /** Rows of Submissions that somebody hid; they count. Null: not known. */
  hiddenRows?: number | null
  warnings: readonly string[]
}

/** The JSON document of a recalculation (command-line.md). */
export function recalculationDocument(run: RunFacts, progress: Progress, judgement: Judgement, texts: Texts) {
  const { completeness } = progress
  const { counts, register, listed } = judgement
  return {
    run: {
      id: run.id,
      asOf: progress.asOf,
      period: formatMonth(progress.period),
      startedAt: run.startedAt,
      seconds: run.seconds,
      changed: run.changed,
      requests: run.requests,
      ...(run.duplicateOf ? { duplicateOf: run.duplicateOf } : {}),
      warnings: run.warnings,
    },
    language: texts.language,
    rows: { ...counts, hidden: run.hiddenRows ?? null },
    completeness: {
      expected: completeness.expected,
      reported: completeness.reported,
      carried: completeness.carried,
      missing: completeness.missing,
      late: completeness.late.map((id) => register[id]?.name ?? ''),
    },
    indicators: progress.indicators.map(({ name, basis, monthsBelow, ...figures }) => ({
      ...figures,
      name: nameIn(name, texts.language),
      monthsBelow: monthsBelow.map(formatMonth),
      basis: texts.basis.sentence(basis),
    })),
    milestones: progress.milestones.map(({ key, state, late }) => ({ key, state, late })),
    problems: listed.map(({ problem }) => ({
      rule: problem.rule,
      severity: problem.severity,
      tab: problem.tab,
      row: problem.row,
      column: problem.column,
      cell: problem.cell,
      read: problem.read,
      advice: texts.rules.advice[problem.rule](problem),
    })),
  }
}
export type RecalculationDocument = ReturnType<typeof recalculationDocument>
