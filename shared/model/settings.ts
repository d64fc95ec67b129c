import * as z from 'zod'
import { Language } from './language.ts'

/** What a workbook's Settings tab decides; every key has a default, so that an empty tab works. */
export const Settings = z.object({
  timeZone: z.string().default('Asia/Shanghai'),
  language: Language.default('zh-CN'),
  /** `merged`: January is not reported, February's row covers both months (the national practice). */
  janFeb: z.enum(['merged', 'separate']).default('merged'),
  /** Day of the next month on which a month's figures are due. */
  dueDay: z.int().min(1).max(31).default(10),
  confidentiality: z.enum(['unset', 'shared', 'separate']).default('unset'),
  /** Pace from which a target is on track, and from which it is at risk. */
  onTrackPace: z.number().positive().default(1),
  atRiskPace: z.number().positive().default(0.95),
  /** Part of the output that the rows giving added value must cover. */
  shareCoverage: z.number().min(0).max(1).default(0.8),
  /** Relative change of a month's value from which a row is asked about. */
  jump: z.number().positive().default(0.5),
  /** Days without a run after which Summary warns that it may be out of date. */
  staleAfterDays: z.number().positive().max(366).default(2),
  /** `yes`: a due date on a day off moves to the next working day in China, and reminders are sent on working days only. */
  workingDays: z.enum(['yes', 'no']).default('yes'),
  /** Day of the week of the weekly digest, 1 Monday to 7 Sunday. */
  digestWeekday: z.int().min(1).max(7).default(1),
  /** Days before and after the due date from which enterprises without a report are reminded. */
  reminderDaysBefore: z.int().min(0).max(20).default(3),
  reminderDaysAfter: z.int().min(1).max(20).default(3),
  /** Who the mails are from, beside the address that the operator sets; empty: the workbook's title. */
  senderName: z.string().max(100).default(''),
  /** Where answers go; empty: to the sender. */
  replyTo: z.email().or(z.literal('')).default(''),
  /** Mails a day over all runs. */
  mailsPerDay: z.int().min(0).max(2000).default(1000),
  /** How long the texts of mails are kept; that they were sent stays on record. */
  mailKeptDays: z.int().min(30).max(3660).default(400),
})
export type Settings = z.infer<typeof Settings>
export const SETTING_KEYS = Object.keys(Settings.shape) as (keyof Settings)[]
export const DEFAULT_SETTINGS: Settings = Settings.parse({})
