import type { CellFormat } from '../../model/sheet-request.ts'
import type { ColumnKey, TabKey, TableKey } from '../../model/tabs.ts'
import { CHARTS_WIDTH } from '../summary/chart-cells.ts'
import { SUMMARY_WIDTHS } from '../summary/layout.ts'

type NumberFormat = NonNullable<CellFormat['numberFormat']>

/** Text columns keep what is typed: `202503` stays text, and a code of 18 digits keeps them all. */
const TEXT: NumberFormat = { type: 'TEXT', pattern: '@' }
const AMOUNT: NumberFormat = { type: 'NUMBER', pattern: '#,##0.00##' }
const COUNT: NumberFormat = { type: 'NUMBER', pattern: '0' }
const PERCENT: NumberFormat = { type: 'PERCENT', pattern: '0%' }

const FORMATS: { [T in TableKey]?: Partial<Record<ColumnKey<T>, NumberFormat>> } = {
  submissions: {
    period: TEXT,
    enterprise: TEXT,
    creditCode: TEXT,
    outputYtd: AMOUNT,
    outputMonth: AMOUNT,
    outputYtdLastYear: AMOUNT,
    valueAddedYtd: AMOUNT,
  },
  enterprises: {
    name: TEXT,
    creditCode: TEXT,
    aliases: TEXT,
    reportsFrom: TEXT,
    reportsUntil: TEXT,
    aboveScaleFrom: TEXT,
    aboveScaleUntil: TEXT,
    listedOn: TEXT,
    delistedOn: TEXT,
  },
  titles: { enterprise: TEXT, grantedOn: TEXT, expiresOn: TEXT },
  clusters: { key: TEXT, leader: TEXT },
  targets: { key: TEXT, target: AMOUNT, stretch: AMOUNT, baselineYear: COUNT, baseline: AMOUNT, startsOn: TEXT, dueOn: TEXT },
  milestones: { key: TEXT, dueOn: TEXT, percent: PERCENT },
  settings: { key: TEXT, value: TEXT },
  sent: { at: TEXT, period: TEXT },
}

/** The number format of a column's cells; null leaves it to Google. */
export const columnFormat = (tab: TableKey, column: ColumnKey): NumberFormat | null =>
  (FORMATS[tab] as Partial<Record<ColumnKey, NumberFormat>> | undefined)?.[column] ?? null

const WIDTHS: Partial<Record<ColumnKey, number>> = {
  enterprise: 240,
  name: 240,
  nameZh: 260,
  nameEn: 260,
  creditCode: 170,
  aliases: 180,
  explanation: 220,
  message: 460,
  advice: 520,
  read: 180,
  where: 150,
  rule: 180,
  note: 320,
  meaning: 420,
  contactEmail: 200,
  email: 220,
  run: 190,
  startedAt: 160,
  at: 160,
  result: 320,
  leader: 200,
  measure: 170,
  status: 150,
  subject: 360,
  reason: 260,
}

/** Width in pixels. */
export const columnWidth = (column: ColumnKey): number => WIDTHS[column] ?? 120

/** Columns that only the program reads. */
export const isTechnical = (tab: TableKey, column: ColumnKey): boolean =>
  (tab === 'problems' && (column === 'key' || column === 'figures')) || (tab === 'runs' && column === 'trigger')

/** Widths of the tabs without a header row. */
export const PLAIN_WIDTHS: Partial<Record<TabKey, readonly number[]>> = {
  guide: [170, 760],
  summary: SUMMARY_WIDTHS,
  charts: Array<number>(CHARTS_WIDTH).fill(100),
}
