import type { CellFormat, Rgb } from '../../model/sheet-request.ts'
import type { ColumnKey, TabKey, TableKey } from '../../model/tabs.ts'

/** How a tab is laid out when it is made. */
export interface TabLook {
  /** Tab colour by who writes: people (green), the program (blue), none for hidden ones. */
  colour: 'people' | 'program' | 'none'
  hidden: boolean
  /** Nobody but the program and the bureau's editors may write. */
  protected: boolean
}

const PEOPLE: TabLook = { colour: 'people', hidden: false, protected: false }
const PROGRAM: TabLook = { colour: 'program', hidden: false, protected: true }

/** In the order in which the tabs stand. */
export const TAB_LOOKS: Readonly<Record<TabKey, TabLook>> = {
  guide: { colour: 'none', hidden: false, protected: true },
  submissions: PEOPLE,
  summary: PROGRAM,
  problems: PROGRAM,
  enterprises: PEOPLE,
  clusters: PEOPLE,
  targets: PEOPLE,
  titles: PEOPLE,
  milestones: PEOPLE,
  recipients: PEOPLE,
  settings: PEOPLE,
  history: PROGRAM,
  runs: PROGRAM,
  status: { colour: 'none', hidden: true, protected: true },
}

export const TAB_ORDER = Object.keys(TAB_LOOKS) as TabKey[]

const hex = (code: string): Rgb => ({
  red: Number.parseInt(code.slice(0, 2), 16) / 255,
  green: Number.parseInt(code.slice(2, 4), 16) / 255,
  blue: Number.parseInt(code.slice(4, 6), 16) / 255,
})

export const COLOURS = {
  people: hex('2e7d5b'),
  program: hex('2b5c9e'),
  header: hex('e8eef5'),
  ink: hex('1d2b3a'),
} as const

/** Text columns keep what is typed: `202503` stays text, and a code of 18 digits keeps them all. */
const TEXT: CellFormat = { numberFormat: { type: 'TEXT', pattern: '@' } }
const AMOUNT: CellFormat = { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } }
const COUNT: CellFormat = { numberFormat: { type: 'NUMBER', pattern: '0' } }
const PERCENT: CellFormat = { numberFormat: { type: 'PERCENT', pattern: '0%' } }

const FORMATS: { [T in TableKey]?: Partial<Record<ColumnKey<T>, CellFormat>> } = {
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
  titles: { grantedOn: TEXT, expiresOn: TEXT },
  targets: { key: TEXT, startsOn: TEXT, dueOn: TEXT, baselineYear: COUNT },
  milestones: { dueOn: TEXT, percent: PERCENT },
  settings: { key: TEXT, value: TEXT },
}

export const columnFormat = (tab: TableKey, column: ColumnKey): CellFormat | undefined =>
  (FORMATS[tab] as Partial<Record<ColumnKey, CellFormat>> | undefined)?.[column]

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
}

/** Width in pixels. */
export const columnWidth = (column: ColumnKey): number => WIDTHS[column] ?? 120
