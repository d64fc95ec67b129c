import { dayAt } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import { type RecalculateRequest, type RecalculateWorld, recalculation } from './recalculate.ts'
import { remindersDue } from './reminders/reminders-due.ts'

/** Who would be reminded today, of what, and who can't be reached. Nothing leaves. */
export interface RemindersPreview {
  due: readonly { enterprise: string; period: string; stage: string; rows: readonly number[] }[]
  unreachable: readonly string[]
}

/** Recalculates and tells it. */
export async function previewReminders(request: RecalculateRequest, world: RecalculateWorld): Promise<RemindersPreview> {
  const { judgement } = await recalculation(request, world)
  const day = request.asOf ?? request.today ?? dayAt(world.now(), judgement.settings.timeZone)
  const { due, unreachable } = remindersDue(judgement, day)
  return {
    due: due.map(({ enterprise, month, stage, rows }) => ({
      enterprise: enterprise.name,
      period: formatMonth(month),
      stage,
      rows: rows.map(({ row }) => row),
    })),
    unreachable: unreachable.map(({ name }) => name),
  }
}
