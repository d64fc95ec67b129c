import type { Chart } from '../../model/chart.ts'
import type { TabKey } from '../../model/tabs.ts'
import { textsFor } from '../../model/texts/texts.ts'
import { chartsOf } from '../../report/charts.ts'
import { composeDigest } from '../../report/digest/compose-digest.ts'
import { digestContent } from '../../report/digest/digest-content.ts'
import type { WorkbookPlace } from '../../report/mail/workbook-links.ts'
import { composeReminder, type ReminderKind } from '../../report/reminder/compose-reminder.ts'
import type { Recalculation } from '../recalculate.ts'
import type { ReminderDue } from '../reminders/reminders-due.ts'
import type { Composer } from './mail-world.ts'

/** Size of the picture in a digest, shown at half of it. */
const PICTURE_PX = { width: 560, height: 300 }

/** Draws a chart as PNG. */
export type DrawChart = (chart: Chart, widthPx: number, heightPx: number) => Promise<Uint8Array>

const KINDS: Record<ReminderDue['stage'], ReminderKind> = { before: 'before-due', at: 'due', after: 'overdue', problem: 'row' }

/** Words and pictures from what a run computed. Whoever wants no more mails writes to `answersTo`: that needs no account. */
export const composerFor = (drawChart: DrawChart, answersTo: string): Composer => ({
  digest: ({ recipient, recalculation, told }) => {
    const { judgement, progress, runId } = recalculation
    const texts = textsFor(recipient.language)
    const content = digestContent({
      ...judgement,
      problems: judgement.listed,
      workbook: placeOf(recalculation),
      progress,
      audience: recipient.audience,
      schedule: recipient.schedule,
      since: told,
      runId,
    })
    if (content === 'older') return 'older'
    const [chart = null] = recipient.audience.of === 'county' ? chartsOf(progress, texts) : []
    return { message: composeDigest(content, chart, texts), told: content.told }
  },
  reminder: ({ reminder, recalculation }) => {
    const { judgement, progress, runId } = recalculation
    return composeReminder(
      {
        kind: KINDS[reminder.stage],
        workbook: placeOf(recalculation),
        enterprise: reminder.enterprise.id,
        register: judgement.register,
        period: reminder.month,
        dueOn: reminder.dueOn,
        problems: judgement.listed,
        asOf: progress.asOf,
        runId,
      },
      textsFor(judgement.settings.language),
    )
  },
  draw: (chart) => drawChart(chart, PICTURE_PX.width, PICTURE_PX.height),
  unsubscribe: (audience) => ({
    url: null,
    mailto: `mailto:${answersTo}?subject=${encodeURIComponent(`unsubscribe ${audience}`)}`,
  }),
})

function placeOf({ snapshot }: Recalculation): WorkbookPlace {
  const sheetIds = Object.fromEntries(Object.entries(snapshot.tabs).map(([tab, { sheetId }]) => [tab, sheetId])) as Partial<
    Record<TabKey, number>
  >
  return { title: snapshot.structure.title, url: snapshot.structure.url, sheetIds }
}
