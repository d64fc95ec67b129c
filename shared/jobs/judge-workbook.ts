import { findColumns, isColumnFault } from '../intake/find-columns.ts'
import { judgeSubmissions } from '../intake/judge-submissions.ts'
import { readClusters } from '../intake/read-clusters.ts'
import { readPlan } from '../intake/read-plan.ts'
import { type RecipientContext, readRecipients } from '../intake/read-recipients.ts'
import { readRegister } from '../intake/read-register.ts'
import { readSettings } from '../intake/read-settings.ts'
import type { Table } from '../intake/table.ts'
import type { Day } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Recipient } from '../model/message.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Settings } from '../model/settings.ts'
import type { Submission } from '../model/submission.ts'
import { textsFor } from '../model/texts/texts.ts'
import type { JudgedRow, RowCounts } from '../model/verdict.ts'
import type { ListedProblem } from '../report/problem-order.ts'
import { readMemory } from '../report/status-tab.ts'
import { columnsOfTab } from './columns-of-tab.ts'
import { listProblems } from './list-problems.ts'
import { type InputTab, type Snapshot, tabCells } from './read-snapshot.ts'
import { type FormulaState, inspectFormula } from './status-columns.ts'

/** Everything that people wrote, judged. */
export interface Judgement {
  settings: Settings
  /** The day of the run in the plan's time zone. */
  today: Day
  register: readonly Enterprise[]
  plan: Plan
  rows: readonly JudgedRow[]
  counts: RowCounts
  submissions: readonly Submission[]
  /** Null where the tab or a column of it is missing, which is the mails' matter and stops no recalculation. */
  recipients: readonly Recipient[] | null
  /** Problems of the other tabs. */
  problems: readonly Problem[]
  /** All problems, what matters most first. */
  listed: readonly ListedProblem[]
  formula: FormulaState
  /** Submissions as they were judged. */
  intake: Table
}

/** Reads and judges the tabs that people keep. A column that can't be found stops here, with both what was expected and found. */
export function judgeWorkbook(snapshot: Snapshot, dayIn: (timeZone: string) => Day): Judgement {
  const table = (tab: InputTab): Table => {
    const cells = tabCells(snapshot, tab)
    return { tab, cells, columns: columnsOfTab(tab, cells) }
  }
  const { settings, problems: settingProblems } = readSettings(table('settings'))
  const { clusters, problems: clusterProblems } = readClusters(table('clusters'))
  const { enterprises: register, problems: registerProblems } = readRegister(table('enterprises'), clusters)
  const tables = { titles: table('titles'), targets: table('targets'), milestones: table('milestones') }
  const { plan, problems: planProblems } = readPlan(tables, clusters, register)

  const ofRecipients = recipientsOf(snapshot, { clusters, register, language: settings.language })

  const today = dayIn(settings.timeZone)
  const intake = table('submissions')
  const { cells, columns } = intake
  const status = snapshot.cells.status ?? []
  const judged = judgeSubmissions({ cells, columns, register, settings, today, memory: readMemory(status) })
  const problems = [
    ...settingProblems,
    ...clusterProblems,
    ...registerProblems,
    ...planProblems,
    ...(ofRecipients?.problems ?? []),
  ]
  const statusTitle = snapshot.tabs.status?.title ?? textsFor(settings.language).workbook.tab.status
  return {
    ...judged,
    settings,
    today,
    register,
    plan,
    intake,
    recipients: ofRecipients?.recipients ?? null,
    problems,
    listed: listProblems({ ...judged, problems, register }),
    formula: inspectFormula(
      cells.rows,
      columns.headerRow,
      columns.index,
      status,
      statusTitle,
      judged.rows,
      textsFor(settings.language),
    ),
  }
}

function recipientsOf(snapshot: Snapshot, context: RecipientContext) {
  if (!snapshot.tabs.recipients) return null
  const cells = tabCells(snapshot, 'recipients')
  const columns = findColumns('recipients', cells)
  return isColumnFault(columns) ? null : readRecipients({ tab: 'recipients', cells, columns }, context)
}
