import type { Rgb } from '../../model/sheet-request.ts'
import type { TabKey } from '../../model/tabs.ts'

/** How a tab is laid out. */
export interface TabLook {
  /** Tab colour by who writes: people (green), the program (blue), none for the others. */
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
  sent: PROGRAM,
  status: { colour: 'none', hidden: true, protected: true },
  charts: { colour: 'none', hidden: true, protected: true },
}

export const TAB_ORDER = Object.keys(TAB_LOOKS) as TabKey[]

/** A colour from six hexadecimal digits. */
export const hex = (code: string): Rgb => ({
  red: Number.parseInt(code.slice(0, 2), 16) / 255,
  green: Number.parseInt(code.slice(2, 4), 16) / 255,
  blue: Number.parseInt(code.slice(4, 6), 16) / 255,
})

/** The colours of verdicts differ in lightness and along blue-orange, which colour-blind people tell apart. */
export const COLOURS = {
  people: hex('2e7d5b'),
  program: hex('2b5c9e'),
  header: hex('e8eef5'),
  ink: hex('1d2b3a'),
  rejected: hex('f2b48c'),
  held: hex('fdeeb5'),
  noted: hex('d3e6f6'),
  edited: hex('e6e6e6'),
} as const
