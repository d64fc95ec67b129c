import * as z from 'zod'
import type { Day } from './day.ts'
import type { Month } from './month.ts'

/** The five fields of the plan whose share of added value is a target. */
export const EmergingField = z.enum([
  'life-science',
  'advanced-materials',
  'electronic-information',
  'artificial-intelligence',
  'industrial-internet',
])
export type EmergingField = z.infer<typeof EmergingField>

/** An enterprise of the register. */
export interface Enterprise {
  /** Its place in the register read in this run, from 0: how submissions and figures refer to it. */
  id: number
  /** The row of the register, from 1. */
  row: number
  name: string
  creditCode: string | null
  aliases: readonly string[]
  /** Key of its cluster, or null. */
  cluster: string | null
  emergingField: EmergingField | null
  /** First and last month from which a report is expected, inclusive; null: always, open. */
  reportsFrom: Month | null
  reportsUntil: Month | null
  aboveScaleFrom: Month | null
  aboveScaleUntil: Month | null
  listedOn: Day | null
  delistedOn: Day | null
  contactName: string
  contactEmail: string
}

/** Is a report expected of the enterprise in the month (measures.md, "expected")? */
export const expectedIn = (enterprise: Enterprise, month: Month, janFeb: 'merged' | 'separate'): boolean =>
  !(janFeb === 'merged' && month % 12 === 0) &&
  (enterprise.reportsFrom === null || enterprise.reportsFrom <= month) &&
  (enterprise.reportsUntil === null || month <= enterprise.reportsUntil)
