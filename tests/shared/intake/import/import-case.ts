import { parseColumnMap } from '../../../../shared/intake/import/column-map.ts'
import type { ExistingRow } from '../../../../shared/intake/import/existing-rows.ts'
import { type ImportInput, type ImportPlan, planImport } from '../../../../shared/intake/import/plan-import.ts'
import { yuanFromTenThousand } from '../../../../shared/model/money.ts'
import { parseMonth } from '../../../../shared/model/month.ts'
import type { CellValue } from '../../../../shared/model/tabs.ts'

export const MONTHLY = 'period=month,enterprise=firm,outputMonth=output'
export const CUMULATIVE = 'period=month,enterprise=firm,outputYtd=output'

/** Plans the import of rows of month, firm, output, and whatever `columns` adds, into an empty workbook unless `over` says otherwise. */
export function planOf(map: string, rows: CellValue[][], over: Partial<ImportInput> = {}, columns: string[] = []): ImportPlan {
  return planImport({
    fileName: 'reports.csv',
    table: { header: ['month', 'firm', 'output', ...columns], rows, firstRow: 2 },
    map: parseColumnMap(map),
    register: [],
    clusters: [],
    existing: [],
    janFeb: 'merged',
    addEnterprises: false,
    explanation: '',
    ...over,
  })
}

const yuan = (cell: CellValue | undefined): number | null => (typeof cell === 'number' ? yuanFromTenThousand(cell) : null)

/** The plan's rows as a workbook has them afterwards. */
export const asExisting = (plan: ImportPlan): ExistingRow[] =>
  plan.submissions.map((row) => ({
    period: parseMonth(String(row[0]))!,
    enterprise: String(row[1]),
    outputYtdYuan: yuan(row[3]),
    outputMonthYuan: yuan(row[4]),
    valueAddedYtdYuan: yuan(row[6]),
  }))

/** Period, enterprise, cumulative and month's output of the rows to add. */
export const figures = (plan: ImportPlan): CellValue[][] =>
  plan.submissions.map(([period, name, , total, own]) => [period!, name!, total!, own!])

/** Row, rule and severity of the problems. */
export const told = (plan: ImportPlan): string[] =>
  plan.problems.map(({ row, rule, severity }) => `${row ?? '-'} ${rule} ${severity}`)
