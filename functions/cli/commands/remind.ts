import { Command } from 'commander'
import { previewReminders } from '../../../shared/jobs/preview-reminders.ts'
import { sendReminders } from '../../../shared/jobs/send-reminders.ts'
import { mailWorldOf } from '../../mail-world.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { manualTick } from '../manual-tick.ts'
import { type CommonOptions, configOf, dayOption, print, terminalTexts, withCommonOptions } from '../output.ts'

type Options = CommonOptions & { asOf?: string; send?: boolean }

/** `tallysheet remind` */
export const remindCommand = (): Command =>
  withCommonOptions(new Command('remind'))
    .description('say which enterprises are to be reminded; with --send, remind them, each once')
    .option('--as-of <day>', 'the day it is asked for (YYYY-MM-DD); today without it', dayOption)
    .option('--send', 'send; without it nothing leaves')
    .action((options: Options) => (options.send ? send(options) : preview(options)))

async function preview({ asOf, ...options }: Options): Promise<void> {
  const config = configOf(options)
  const document = await previewReminders(
    { reason: 'remind', who: 'operator', ...(asOf ? { asOf } : {}), ...(config.today ? { today: config.today } : {}) },
    { ...realWorld(options.verbose ?? false), workbook: workbookOf(config) },
  )
  print(options, document, () => {
    const words = terminalTexts().mail
    const lines = document.due.map(
      ({ enterprise, period, stage, rows }) =>
        `${period}  ${enterprise}  ${words.stage[stage] ?? stage}${rows.length > 0 ? `  ${rows.join(', ')}` : ''}`,
    )
    const unreachable = document.unreachable.length > 0 ? [words.unreachable(document.unreachable)] : []
    return [...lines, ...unreachable, words.nothingSent].join('\n')
  })
}

async function send({ asOf, ...options }: Options): Promise<void> {
  const config = configOf(options)
  const { world, senderAddress, close } = await mailWorldOf(config, realWorld(options.verbose ?? false))
  const today = asOf ?? config.today
  try {
    const document = await sendReminders(
      { tick: manualTick(), reason: 'remind', who: 'operator', senderAddress, ...(today ? { today } : {}) },
      world,
    )
    print(options, document, () => terminalTexts().mail.outcome(document.messages, document.stopped))
  } finally {
    await close()
  }
}
