import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { startMailbox } from '../../../infra/local/mailbox/mailbox.ts'
import { type Config, parseConfig } from '../../../shared/config.ts'
import { Failure } from '../../../shared/errors.ts'
import { recalculate } from '../../../shared/jobs/recalculate.ts'
import type { RecalculationDocument } from '../../../shared/jobs/recalculation-document.ts'
import { SAMPLE_AS_OF } from '../../../shared/jobs/sample/generate-pingyin.ts'
import { sampleOf } from '../../../shared/jobs/sample/sample-of.ts'
import { setUp } from '../../../shared/jobs/set-up.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { dayBefore } from '../../../shared/report/summary/changes.ts'
import { realWorld, workbookMakerOf, workbookOf } from '../../world.ts'
import type { LocalOptions } from '../commands/local.ts'
import { exportFile } from '../export-file.ts'
import { problemList } from '../problem-list.ts'
import { progressTable } from '../progress-table.ts'
import { takeDataFolder } from './data-folder.ts'
import { LOCAL_BUCKET, localConfig } from './local-config.ts'
import { sendFirstDigests } from './send-first-digests.ts'
import { MAILBOX_FOLDER, SAMPLE_FOLDER, type Served, serveLocal } from './serve-local.ts'

/** Which spreadsheet of the emulator is the workbook, and what it was made of. */
const WORKBOOK_FILE = 'workbook.json'

/** After an edit the state is saved this soon. */
const SAVE_AFTER_MS = 1_000

/** Everything on this machine: the emulated Google APIs, the workbook in them, the functions that work on it, the mailbox, the page. */
export async function runLocal(options: LocalOptions): Promise<void> {
  const say = (text: string) => void (options.json ? process.stderr : process.stdout).write(`${text}\n`)
  const folder = takeDataFolder(options.data)
  const open: (() => Promise<void>)[] = [async () => folder.release()]
  try {
    const apis = await kept(options, () =>
      startGoogleApis({
        folder: folder.path('google'),
        buckets: [LOCAL_BUCKET],
        ...(options.once ? {} : { saveAfterMs: SAVE_AFTER_MS }),
      }),
    )
    open.push(() => apis.close())
    const mailbox = await kept(options, () => startMailbox({ folder: folder.path(MAILBOX_FOLDER) }))
    open.push(() => mailbox.close())
    const { today } = parseConfig({ ...process.env, TALLYSHEET_GOOGLE_URL: apis.url })
    const { spreadsheetId, sample, made } = await openOrMake(folder.path(WORKBOOK_FILE), apis, options)
    const config = localConfig(apis.url, spreadsheetId, mailbox.port)
    // The sample's figures end in 2025: it goes on living on a day when they were new, unless told otherwise.
    const day = today ?? (sample === 'pingyin' ? SAMPLE_AS_OF : undefined)
    const served = options.once ? null : await serveLocal({ apis, config, mailbox, day, options, folder })
    if (served) {
      open.push(() => served.close())
      say(`${served.page.url}\n`)
    }
    // What changed since last month is computed from what an earlier run recorded.
    if (made && day) await run(config, 'sample', day, dayBefore(day, { months: 1 }))
    const document = await run(config, 'start', day)
    if (made) await sendFirstDigests(config, day)
    await keep(folder.path('workbook.xlsx'), folder.path('progress.json'), config, document)
    await apis.save()
    if (!existsSync(folder.path(SAMPLE_FOLDER))) await apis.saveTo(folder.path(SAMPLE_FOLDER))
    say(`${progressTable(document)}\n${problemList(document)}`)
    say(
      [folder.path('workbook.xlsx'), folder.path('progress.json'), mailsText(mailbox.mails().length, options, folder)].join('\n'),
    )
    if (!served) return
    tellReady(served, config, day, folder.path(MAILBOX_FOLDER), options, say)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await apis.save()
  } finally {
    for (const close of open.reverse()) await close()
  }
}

/** Does what takes in something of an earlier start; whatever hinders it, the folder is what has to be looked at. */
async function kept<T>({ data }: LocalOptions, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (thrown) {
    throw new Failure('damaged-folder', { folder: data }, { cause: thrown })
  }
}

const run = (config: Config, reason: string, today?: string, asOf?: string): Promise<RecalculationDocument> =>
  recalculate(
    { reason, who: 'local', ...(today ? { today } : {}), ...(asOf ? { asOf } : {}) },
    { ...realWorld(false), workbook: workbookOf(config) },
  )

/** The workbook of an earlier start, or a new one. */
async function openOrMake(
  file: string,
  apis: GoogleApis,
  options: LocalOptions,
): Promise<{ spreadsheetId: string; sample: string; made: boolean }> {
  if (existsSync(file))
    return { sample: '', ...(await kept(options, async () => JSON.parse(readFileSync(file, 'utf8')))), made: false }
  const { language, sample } = options
  const { url: googleUrl } = apis
  const title = language === 'zh-CN' ? '平阴县工业强县目标进度' : 'Pingyin: progress of the plan'
  const spreadsheetId = await workbookMakerOf({ googleUrl }).create(
    title,
    language === 'zh-CN' ? 'zh_CN' : 'en_US',
    'Asia/Shanghai',
  )
  await setUp(
    { language, created: true, sample: sampleOf(sample, language) },
    { ...realWorld(false), workbook: workbookOf({ googleUrl, spreadsheetId }) },
  )
  // The spreadsheet first: a name for one that was never saved would keep every later start from working.
  await apis.save()
  writeFileSync(file, JSON.stringify({ spreadsheetId, sample }))
  return { spreadsheetId, sample, made: true }
}

async function keep(workbookFile: string, progressFile: string, config: Config, document: RecalculationDocument): Promise<void> {
  await exportFile(workbookFile, config, false)
  writeFileSync(progressFile, `${JSON.stringify(document, null, 2)}\n`)
}

const mailsText = (count: number, { language }: LocalOptions, folder: { path(...names: string[]): string }): string =>
  `${folder.path(MAILBOX_FOLDER)}  ${textsFor(language).mail.inMailbox(count)}`

function tellReady(
  { page, functions }: Served,
  { googleUrl, spreadsheetId }: Config,
  day: string | undefined,
  mailbox: string,
  options: LocalOptions,
  say: (text: string) => void,
): void {
  if (options.json) process.stdout.write(`${JSON.stringify({ ready: true, url: page.url, spreadsheetId, functions, mailbox })}\n`)
  say(
    [
      '',
      `Page          ${page.url}`,
      `Google APIs   ${googleUrl}`,
      `Recalculate   curl -X POST ${functions.recalculate}`,
      `Send digest   curl -X POST ${functions.sendDigest}`,
      `Remind        curl -X POST ${functions.sendReminders}`,
      `or            TALLYSHEET_GOOGLE_URL=${googleUrl} ${day ? `TALLYSHEET_TODAY=${day} ` : ''}npm run tallysheet -- recalculate --spreadsheet ${spreadsheetId}`,
      'Ctrl-C ends and saves.',
    ].join('\n'),
  )
}
