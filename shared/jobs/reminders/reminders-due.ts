import type { Day } from '../../model/day.ts'
import { type Enterprise, expectedIn } from '../../model/enterprise.ts'
import { januaryOf, type Month } from '../../model/month.ts'
import { type ReminderStage, reminderMoment } from '../../model/reminder-stage.ts'
import type { JudgedRow } from '../../model/verdict.ts'
import type { Judgement } from '../judge-workbook.ts'

/** What an enterprise is to be reminded of. */
export interface ReminderDue {
  enterprise: Enterprise
  month: Month
  /** `problem`: it has reported, but the rows don't count. */
  stage: ReminderStage | 'problem'
  /** The rows that don't count; empty where there is none. */
  rows: readonly JudgedRow[]
  /** When the newest month was or is due. */
  dueOn: Day
}

/** The reminders of a day, and the enterprises whose reminder reaches nobody because the register has no usable address. */
export interface RemindersDue {
  due: readonly ReminderDue[]
  unreachable: readonly Enterprise[]
}

type Judged = Pick<Judgement, 'register' | 'rows' | 'submissions' | 'settings'>

/**
 * Who is to be reminded on the day: of the newest month whoever has no row yet, and of any month of that year up to it whoever has a
 * row that doesn't count and none that does. Nobody twice of one month. It ends by itself when a row is accepted.
 */
export function remindersDue({ register, rows, submissions, settings }: Judged, day: Day): RemindersDue {
  const moment = reminderMoment(day, settings)
  if (!moment) return { due: [], unreachable: [] }
  const { month: newest, stage, dueOn } = moment
  const counted = new Set(submissions.map(({ enterprise, month }) => `${enterprise} ${month}`))
  const broken = brokenRows(rows, newest, counted)
  const all = register.flatMap((enterprise): ReminderDue[] => {
    const own = broken.get(enterprise.id) ?? new Map<Month, JudgedRow[]>()
    const problems = [...own].map(([month, of]) => ({ enterprise, month, stage: 'problem' as const, rows: of, dueOn }))
    const isMissing =
      expectedIn(enterprise, newest, settings.janFeb) && !own.has(newest) && !counted.has(`${enterprise.id} ${newest}`)
    return isMissing ? [...problems, { enterprise, month: newest, stage, rows: [], dueOn }] : problems
  })
  const unreachable = all.filter(({ enterprise }) => enterprise.contactEmail === '').map(({ enterprise }) => enterprise)
  return { due: all.filter(({ enterprise }) => enterprise.contactEmail !== ''), unreachable: [...new Set(unreachable)] }
}

/** Held and rejected rows by enterprise and month. One whose month can't be told is taken for the newest. */
function brokenRows(rows: readonly JudgedRow[], newest: Month, counted: ReadonlySet<string>) {
  const broken = new Map<number, Map<Month, JudgedRow[]>>()
  for (const row of rows) {
    if (row.enterprise === null || (row.verdict !== 'held' && row.verdict !== 'rejected')) continue
    const month = row.month ?? newest
    if (month < januaryOf(newest) || month > newest || counted.has(`${row.enterprise} ${month}`)) continue
    const own = broken.get(row.enterprise) ?? new Map<Month, JudgedRow[]>()
    own.set(month, [...(own.get(month) ?? []), row])
    broken.set(row.enterprise, own)
  }
  return broken
}
