import type { Yuan } from './money.ts'
import type { Month } from './month.ts'
import type { Problem } from './problem.ts'
import type { Submission } from './submission.ts'
import type { CellValue } from './tabs.ts'

/** `noted` is accepted with a note. */
export type Verdict = 'accepted' | 'noted' | 'held' | 'rejected'

/** What people typed into a row, as it was read; the row's identity and figures for matching a verdict to it. */
export interface TypedRow {
  period: CellValue
  enterprise: CellValue
  creditCode: CellValue
  outputYtd: CellValue
  outputMonth: CellValue
  outputYtdLastYear: CellValue
  valueAddedYtd: CellValue
  explanation: CellValue
}

/** What earlier runs remember of a row (`_status`), by the row's identity as typed. */
export interface RowMemory {
  /** Figures and words of the explanation last taken for them, or empty. */
  explainedFigures: string
  explainedWords: string
  /** Figures that a run accepted up to the due date, or empty. */
  onTimeFigures: string
}

/** A row of Submissions with its verdict. */
export interface JudgedRow {
  /** From 1. */
  row: number
  typed: TypedRow
  /** As far as they could be told, whether or not the row counts: id of the enterprise, month, cumulative output. */
  enterprise: number | null
  month: Month | null
  outputYtdYuan: Yuan | null
  verdict: Verdict
  /** The figures, when the row counts (verdict accepted or noted, and not the second copy of a repeated row). */
  submission: Submission | null
  problems: readonly Problem[]
  /** It is held although there is an explanation: that one was given for earlier figures. */
  explanationOutdated: boolean
  memory: RowMemory
}

export interface RowCounts {
  read: number
  accepted: number
  noted: number
  held: number
  rejected: number
}
