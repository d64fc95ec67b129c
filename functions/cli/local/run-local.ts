import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { parseConfig } from '../../../shared/config.ts'
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
import { serveFunctions } from './serve-functions.ts'

/** Which spreadsheet of the emulator is the workbook. */
const WORKBOOK_FILE = 'workbook.json'

/** Everything on this machine: the emulated Google APIs, the workbook in them, the functions that work on it. */
export async function runLocal(options: LocalOptions): Promise<void> {
  const say = (text: string) => void (options.json ? process.stderr : process.stdout).write(`${text}\n`)
  const folder = takeDataFolder(options.data)
  try {
    const apis = await startGoogleApis({
      port: options.once ? 0 : options.port,
      nextFreePort: true,
      folder: folder.path('google'),
    })
    try {
      const { today } = parseConfig({ ...process.env, TALLYSHEET_GOOGLE_URL: apis.url })
      const { spreadsheetId, sample, made } = await openOrMake(folder.path(WORKBOOK_FILE), apis.url, options)
      const connection = { googleUrl: apis.url, spreadsheetId }
      const run = (reason: string, today?: string, asOf?: string) =>
        recalculate(
          { reason, who: 'local', ...(today ? { today } : {}), ...(asOf ? { asOf } : {}) },
          { ...realWorld(false), workbook: workbookOf(connection) },
        )
      // The sample's figures end in 2025: it goes on living on a day when they were new, unless told otherwise.
      const day = today ?? (sample === 'pingyin' ? SAMPLE_AS_OF : undefined)
      // What changed since last month is computed from what an earlier run recorded.
      if (made && day) await run('sample', day, dayBefore(day, { months: 1 }))
      const document = await run('start', day)
      await keep(folder.path('workbook.xlsx'), folder.path('progress.json'), connection, document)
      await apis.save()
      say(`${progressTable(document)}\n${problemList(document)}`)
      say(`${folder.path('workbook.xlsx')}\n${folder.path('progress.json')}`)
      if (options.once) return
      await serve(apis, connection, day, options, say)
      await apis.save()
    } finally {
      await apis.close()
    }
  } finally {
    folder.release()
  }
}

/** The workbook of an earlier start, or a new one. */
async function openOrMake(
  file: string,
  googleUrl: string,
  { language, sample }: LocalOptions,
): Promise<{ spreadsheetId: string; sample: string; made: boolean }> {
  if (existsSync(file)) return { sample: '', ...JSON.parse(readFileSync(file, 'utf8')), made: false }
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
  writeFileSync(file, JSON.stringify({ spreadsheetId, sample }))
  return { spreadsheetId, sample, made: true }
}

async function keep(
  workbookFile: string,
  progressFile: string,
  connection: { googleUrl: string; spreadsheetId: string },
  document: RecalculationDocument,
): Promise<void> {
  await exportFile(workbookFile, connection, false)
  writeFileSync(progressFile, `${JSON.stringify(document, null, 2)}\n`)
}

async function serve(
  apis: { url: string },
  connection: { googleUrl: string; spreadsheetId: string },
  today: string | undefined,
  options: LocalOptions,
  say: (text: string) => void,
): Promise<void> {
  const functions = await serveFunctions(connection, today, textsFor(options.language))
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ ready: true, url: apis.url, spreadsheetId: connection.spreadsheetId, functions: { recalculate: functions.recalculate } })}\n`,
    )
  say(
    [
      '',
      `Google APIs   ${apis.url}`,
      `Recalculate   curl -X POST ${functions.recalculate}`,
      `or            TALLYSHEET_GOOGLE_URL=${apis.url} npm run tallysheet -- recalculate --spreadsheet ${connection.spreadsheetId}`,
      'Ctrl-C ends and saves.',
    ].join('\n'),
  )
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await functions.close()
}
