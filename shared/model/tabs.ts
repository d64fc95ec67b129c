import type { CellMarks } from './cell-marks.ts'

/** Tabs and columns by their stable keys, as developer metadata carries them (product.md, "The workbook"). */
export const COLUMNS = {
  submissions: [
    'period',
    'enterprise',
    'creditCode',
    'outputYtd',
    'outputMonth',
    'outputYtdLastYear',
    'valueAddedYtd',
    'explanation',
    'status',
    'message',
  ],
  enterprises: [
    'name',
    'creditCode',
    'aliases',
    'cluster',
    'emergingField',
    'reportsFrom',
    'reportsUntil',
    'aboveScaleFrom',
    'aboveScaleUntil',
    'listedOn',
    'delistedOn',
    'contactName',
    'contactEmail',
  ],
  titles: ['enterprise', 'title', 'level', 'grantedOn', 'expiresOn'],
  clusters: ['key', 'nameZh', 'nameEn', 'leader'],
  targets: [
    'key',
    'nameZh',
    'nameEn',
    'measure',
    'scope',
    'kind',
    'target',
    'stretch',
    'unit',
    'baselineYear',
    'baseline',
    'startsOn',
    'dueOn',
    'note',
  ],
  milestones: ['key', 'name', 'area', 'owner', 'dueOn', 'state', 'percent', 'note'],
  recipients: ['email', 'name', 'audience', 'language', 'schedule', 'onlyIfChanged', 'active'],
  settings: ['key', 'value', 'meaning'],
  problems: ['severity', 'where', 'enterprise', 'period', 'rule', 'read', 'advice', 'firstSeen', 'key', 'figures'],
  history: ['at', 'run', 'asOf', 'period', 'indicator', 'scope', 'value', 'previous', 'status'],
  runs: [
    'startedAt',
    'run',
    'reason',
    'who',
    'asOf',
    'period',
    'read',
    'accepted',
    'noted',
    'held',
    'rejected',
    'written',
    'seconds',
    'result',
    'trigger',
  ],
  sent: ['at', 'kind', 'period', 'state', 'name', 'email', 'audience', 'subject', 'reason', 'attempts', 'run', 'key'],
  status: ['key', 'figures', 'status', 'message', 'onTimeFigures', 'explainedFigures', 'explainedWords'],
} as const satisfies Record<string, readonly string[]>

/** Tabs that are tables with a header row, found by metadata or title, their columns by header. */
export type TableKey = keyof typeof COLUMNS
export type ColumnKey<T extends TableKey = TableKey> = (typeof COLUMNS)[T][number]

/** All tabs of a workbook. */
export type TabKey = TableKey | 'guide' | 'summary' | 'charts'

/** Tabs that people write. */
export const INPUT_TABS = [
  'submissions',
  'enterprises',
  'titles',
  'clusters',
  'targets',
  'milestones',
  'recipients',
  'settings',
] as const satisfies readonly TableKey[]

/** A cell's plain content as read; null is an empty cell. A date cell reads as the text it shows. */
export type CellValue = string | number | boolean | null

/** The content of one tab; `rows[0]` is the sheet's first row. Rows may be ragged: what is left out is empty. */
export interface TabCells {
  title: string
  rows: readonly (readonly CellValue[])[]
  marks?: CellMarks
}

/** `'it''s'`: a sheet's title as ranges, formulas and links want it. */
export const quotedTitle = (title: string): string => `'${title.replaceAll("'", "''")}'`

/** Letters of the column with index 0, 1, 2 …: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
