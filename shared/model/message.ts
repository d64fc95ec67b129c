import type { Chart } from './chart.ts'
import type { Day } from './day.ts'
import type { Language } from './language.ts'
import type { Status } from './progress.ts'

/** Whose matters a message is about, and so whose figures it may hold. */
export type Audience = { of: 'county' } | { of: 'cluster'; key: string } | { of: 'enterprise'; enterprise: number }

/** A row of Recipients that could be read. */
export interface Recipient {
  /** From 1. */
  row: number
  /** Exactly one address. */
  email: string
  name: string
  audience: Audience
  language: Language
  schedule: 'weekly' | 'monthly'
  /** A digest only when something changed since the last one. */
  onlyIfChanged: boolean
  active: boolean
}

/** A message in words, before it is addressed to anybody. */
export interface ComposedMessage {
  subject: string
  html: string
  /** Says the same as the HTML. */
  text: string
  /** Drawn and sent along; `cid` is what the HTML refers to. */
  pictures: readonly { cid: string; fileName: string; chart: Chart }[]
}

/** What a digest told, kept with what was sent, so that the next one to the same person can say what changed since. */
export interface ToldFigures {
  asOf: Day
  /** YYYY-MM. */
  period: string
  indicators: Readonly<Record<string, { value: number | null; status: Status }>>
  /** Names of the enterprises told to be late. */
  late?: readonly string[] | undefined
}
