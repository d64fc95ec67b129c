import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { Failure } from '../../../shared/errors.ts'
import { previewDigest } from '../../../shared/jobs/preview-digest.ts'
import { sendDigest } from '../../../shared/jobs/send-digest.ts'
import { composerOf, mailWorldOf } from '../../mail-world.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { manualTick } from '../manual-tick.ts'
import { type CommonOptions, configOf, dayOption, print, terminalTexts, withCommonOptions } from '../output.ts'

type Options = CommonOptions & { asOf?: string; to?: string; preview?: string; send?: boolean }

/** `tallysheet digest` */
export const digestCommand = (): Command =>
  withCommonOptions(new Command('digest'))
    .description('compose the digests; with --send, send those that are due, each once')
    .option('--as-of <day>', 'the day that chooses the reporting period (YYYY-MM-DD); today without it', dayOption)
    .option('--to <email>', 'only the digest of this recipient')
    .option('--preview <file>', 'write the first one as a page to look at (.html)')
    .option('--send', 'send; without it nothing leaves')
    .action((options: Options) => (options.send ? send(options) : preview(options)))

async function preview({ asOf, to, preview: file, ...options }: Options): Promise<void> {
  const config = configOf(options)
  const world = { ...realWorld(options.verbose ?? false), workbook: workbookOf(config) }
  const { period, digests } = await previewDigest(
    {
      reason: 'digest',
      who: 'operator',
      ...(asOf ? { asOf } : {}),
      ...(to ? { to } : {}),
      ...(config.today ? { today: config.today } : {}),
    },
    { ...world, composer: composerOf(config.mailFrom?.address ?? 'nobody@example.invalid') },
  )
  if (file !== undefined) writePage(file, digests[0]?.html ?? '')
  print(options, { period, digests }, () => {
    const words = terminalTexts().mail
    const lines = digests.map((each) => `${each.to}  ${each.subject}`)
    return [...lines, words.nothingSent, ...(file === undefined ? [] : [file])].join('\n')
  })
}

function writePage(file: string, html: string): void {
  try {
    writeFileSync(file, html)
  } catch (thrown) {
    throw new Failure('unwritable-file', { file, what: (thrown as NodeJS.ErrnoException).code ?? '' }, { cause: thrown })
  }
}

async function send({ asOf, to, preview: file, ...options }: Options): Promise<void> {
  if (file !== undefined) throw new Failure('wrong-usage', { what: '--preview, --send' })
  const config = configOf(options)
  const { world, senderAddress, close } = await mailWorldOf(config, realWorld(options.verbose ?? false))
  try {
    const document = await sendDigest(
      {
        tick: manualTick(),
        reason: 'digest',
        who: 'operator',
        senderAddress,
        ...(asOf ? { asOf } : {}),
        ...(to ? { to } : {}),
        ...(config.today ? { today: config.today } : {}),
      },
      world,
    )
    print(options, document, () => terminalTexts().mail.outcome(document.messages, document.stopped))
  } finally {
    await close()
  }
}
