import { Failure } from '../errors.ts'
import { type ColumnMap, parseColumnMap } from '../intake/import/column-map.ts'
import { existingFromJudged } from '../intake/import/existing-from-judged.ts'
import type { ImportProblem } from '../intake/import/import-problem.ts'
import { type ImportPlan, planImport } from '../intake/import/plan-import.ts'
import { type Day, dayAt } from '../model/day.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type CellValue, COLUMNS, type TableKey } from '../model/tabs.ts'
import { type Texts, textsFor } from '../model/texts/texts.ts'
import type { RequestCounts, Workbook, World } from '../ports.ts'
import { growRows, writeCells } from '../report/cells.ts'
import { columnsOfTab } from './columns-of-tab.ts'
import type { TableFile } from './import-file/read-table-file.ts'
import { judgeWorkbook } from './judge-workbook.ts'
import { readSnapshot, type Snapshot, sheetOf, tabCells } from './read-snapshot.ts'
import { newSheetId } from './render-run.ts'

const MOST_ATTEMPTS = 5

export interface ImportRequest {
  fileName: string
  table: TableFile
  /** `period=…,enterprise=…,outputMonth=…`: a column of the file each. */
  map: string
  addEnterprises: boolean
  today?: Day
}

export interface ImportDocument {
  read: number
  added: number
  unchanged: number
  /** January rows that went into February's. */
  folded: number
  /** Copies of another row of the file. */
  repeated: number
  enterprisesAdded: number
  clustersAdded: number
  requests: RequestCounts
  problems: { rule: string; severity: string; row: number | null; field: string | null; read: string; advice: string }[]
}

/** Appends earlier reports to the workbook, in one fenced commit; what is there already is not added twice. */
export async function importReports(request: ImportRequest, world: World & { workbook: Workbook }): Promise<ImportDocument> {
  const map = columnMap(request.map)
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const snapshot = await readSnapshot(world.workbook, textsFor('zh-CN'))
    const judgement = judgeWorkbook(snapshot, (timeZone) => request.today ?? dayAt(world.now(), timeZone))
    const texts = textsFor(judgement.settings.language)
    const plan = planned(() =>
      planImport({
        fileName: request.fileName,
        table: request.table,
        map,
        register: judgement.register,
        clusters: judgement.plan.clusters,
        existing: existingFromJudged(judgement.rows),
        janFeb: judgement.settings.janFeb,
        addEnterprises: request.addEnterprises,
        explanation: texts.summary.importExplanation(request.fileName),
      }),
    )
    const requests = [
      ...appended(snapshot, 'clusters', plan.clusters),
      ...appended(snapshot, 'enterprises', plan.enterprises),
      ...appended(snapshot, 'submissions', plan.submissions),
    ]
    const fence = { from: snapshot.fence, to: newSheetId(world, snapshot.structure.sheets) }
    if (requests.length === 0 || (await world.workbook.commit(requests, fence)) === 'committed')
      return documentOf(plan, texts, world.workbook.requests)
  }
  throw new Failure('workbook-changing')
}

function columnMap(text: string): ColumnMap {
  try {
    return parseColumnMap(text)
  } catch (thrown) {
    throw new Failure('wrong-usage', { what: `--map: ${(thrown as Error).message}` }, { cause: thrown })
  }
}

function planned(plan: () => ImportPlan): ImportPlan {
  try {
    return plan()
  } catch (thrown) {
    throw new Failure('wrong-usage', { what: (thrown as Error).message }, { cause: thrown })
  }
}

/** Rows put below the last one that holds anything, each value under its column's header, wherever that stands now. */
function appended(
  snapshot: Snapshot,
  tab: 'clusters' | 'enterprises' | 'submissions',
  rows: readonly CellValue[][],
): SheetRequest[] {
  if (rows.length === 0) return []
  const cells = tabCells(snapshot, tab)
  const { index } = columnsOfTab(tab, cells)
  const sheet = sheetOf(snapshot, tab)
  const typed = (COLUMNS[tab as TableKey] as readonly (keyof typeof index)[]).filter(
    (key) => key !== 'status' && key !== 'message',
  )
  const isUsed = (row: readonly CellValue[]) => typed.some((key) => (row[index[key] ?? -1] ?? '') !== '')
  const start = cells.rows.findLastIndex(isUsed) + 1
  // Column by column: between ours may stand columns that people added, which are left alone.
  return [
    ...growRows(sheet.sheetId, sheet.rowCount, start + rows.length),
    ...typed.flatMap((key, place) => {
      const column = index[key]
      const values = rows.map((row) => [row[place] ?? null])
      return column === undefined || values.every(([value]) => value === null)
        ? []
        : [writeCells(sheet.sheetId, start, column, values)]
    }),
  ]
}

const documentOf = (plan: ImportPlan, texts: Texts, requests: RequestCounts): ImportDocument => ({
  read: plan.read,
  added: plan.submissions.length,
  unchanged: plan.unchanged,
  folded: plan.folded,
  repeated: plan.repeated,
  enterprisesAdded: plan.enterprises.length,
  clustersAdded: plan.clusters.length,
  requests: { ...requests },
  problems: plan.problems.map((problem) => ({
    rule: problem.rule,
    severity: problem.severity,
    row: problem.row,
    field: problem.field,
    read: problem.read,
    advice: adviceOn(problem, texts),
  })),
})

function adviceOn(problem: ImportProblem, texts: Texts): string {
  const { rule, severity, read, facts } = problem
  const own = texts.imports.advice[rule as keyof typeof texts.imports.advice]
  if (own) return own(facts)
  return texts.rules.advice[rule as keyof typeof texts.rules.advice]({
    rule: rule as keyof typeof texts.rules.advice,
    severity,
    tab: 'submissions',
    row: problem.row ?? 0,
    column: null,
    cell: null,
    read,
    facts,
  })
}
