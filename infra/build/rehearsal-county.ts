import { signIn } from '../../shared/google/sign-in.ts'
import { openWorkbook } from '../../shared/google/workbook.ts'
import { openWorkbookMaker } from '../../shared/google/workbook-maker.ts'
import { setUp } from '../../shared/jobs/set-up.ts'
import { silentLog } from '../../shared/log.ts'
import { startGoogleApis } from '../local/google-apis/server.ts'

/** A Monday on which a weekly and a monthly digest are due. */
const TODAY = '2025-04-14'
const BUCKET = 'rehearsal'
const NAMES = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司']

/**
 * A small workbook at emulated Google APIs, and the environment of a function that works on it; mails find no server there. Small, since
 * V8 drops code again that a long run no longer uses.
 */
export async function startRehearsalCounty(): Promise<{ environment: Record<string, string>; close(): Promise<void> }> {
  const apis = await startGoogleApis({ buckets: [BUCKET] })
  const access = signIn(apis.url, true)
  const pacing = { nowMs: () => 0, sleep: async () => {}, random: Math.random }
  const spreadsheetId = await openWorkbookMaker(access, pacing).create('rehearsal', 'zh_CN', 'Asia/Shanghai')
  const sample = {
    enterprises: NAMES.map((name) => [name, null, null, 'casting']),
    clusters: [['casting', '智能铸造', 'Casting', null]],
    submissions: ['2025-02', '2025-03'].flatMap((period, month) =>
      NAMES.slice(month).map((name, index) => [period, name, null, (index + 1) * 10 * (month + 1), null, null, null, null]),
    ),
    targets: ['county', 'cluster:casting'].map((scope, index) =>
      // biome-ignore format: a row of the tab
      [`output-${index}`, '工业总产值', 'Industrial output', 'output', scope, 'reach', 500, null, '万元', 2023, 300, '2022-01-01', '2025-12-31', null],
    ),
    recipients: [
      ['weekly@example.cn', '周报', 'county', 'zh-CN', 'weekly', false, true],
      ['monthly@example.cn', '月报', 'county', 'en', 'monthly', false, true],
      ['enterprise@example.cn', '企业', `enterprise:${NAMES[0]}`, 'zh-CN', 'monthly', false, true],
    ],
  }
  await setUp(
    { language: 'zh-CN', created: true, sample },
    {
      now: () => new Date(`${TODAY}T00:00:00Z`),
      random: pacing.random,
      log: silentLog,
      workbook: openWorkbook({ access, spreadsheetId, pacing }),
    },
  )
  return {
    environment: {
      TALLYSHEET_GOOGLE_URL: apis.url,
      TALLYSHEET_SPREADSHEET_ID: spreadsheetId,
      TALLYSHEET_TODAY: TODAY,
      TALLYSHEET_BUCKET: BUCKET,
      TALLYSHEET_MAIL_FROM: 'rehearsal@example.cn',
      TALLYSHEET_SMTP_URL: 'smtp://127.0.0.1:1',
      TALLYSHEET_AUDIENCE: '',
    },
    close: () => apis.close(),
  }
}
