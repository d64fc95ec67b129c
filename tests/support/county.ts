import type { PersonEdit } from '../../infra/local/google-apis/editors.ts'
import { type GoogleApis, startGoogleApis } from '../../infra/local/google-apis/server.ts'
import { DEFAULT_POLICY, type RetryPolicy } from '../../shared/google/retry.ts'
import { signIn } from '../../shared/google/sign-in.ts'
import { openWorkbook } from '../../shared/google/workbook.ts'
import { openWorkbookMaker } from '../../shared/google/workbook-maker.ts'
import { type RecalculateRequest, type RecalculateWorld, recalculate } from '../../shared/jobs/recalculate.ts'
import type { SampleRows } from '../../shared/jobs/set-up/make-tabs.ts'
import { type SetUpRequest, setUp } from '../../shared/jobs/set-up.ts'
import type { Language } from '../../shared/model/language.ts'
import type { CellValue, TabKey } from '../../shared/model/tabs.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import type { RunLedger, Workbook } from '../../shared/ports.ts'
import { madePacing } from './made-pacing.ts'
import { OUTPUT_TARGET } from './output-target.ts'
import { type Logged, recordedLog } from './recorded-log.ts'
import { rowOf } from './row-of.ts'

/** A row of Submissions in the order of its columns, as typed. */
type Typed = readonly CellValue[]

export interface CountyOptions {
  language?: Language
  enterprises?: readonly Typed[]
  submissions?: readonly Typed[]
  targets?: readonly Typed[]
  settings?: readonly Typed[]
  /** Instead of all of these: every tab's rows. */
  sample?: SampleRows
  recipients?: readonly Typed[]
  today?: string
  seed?: number
  /** What the process can hold. */
  mostRows?: number
}

/** A workbook in an emulator of its own, and the job working on it through the real client over HTTP. Time is made. */
export interface County {
  apis: GoogleApis
  spreadsheetId: string
  today: string
  language: Language
  logged: Logged[]
  ledger: RunLedger & { runs: string[] }
  /** A fresh door to the workbook: its requests count from 0. */
  open(policy?: Partial<RetryPolicy>, timeoutMs?: number): Workbook
  world(workbook?: Workbook): RecalculateWorld
  recalculate(request?: Partial<RecalculateRequest>, workbook?: Workbook): ReturnType<typeof recalculate>
  /** What people do in the spreadsheet; throws when Google would refuse any of it. */
  edit(...edits: PersonEdit[]): void
  /** What a tab shows, read through the API. */
  show(tab: TabKey): Promise<CellValue[][]>
  /** Milliseconds that the job thinks it has waited. */
  waitedMs(): number
  close(): Promise<void>
}

const TARGETS: Typed[] = [
  rowOf('targets', {
    ...OUTPUT_TARGET,
    target: 500,
    unit: '万元',
    baselineYear: 2023,
    baseline: 300,
    startsOn: '2022-01-01',
    dueOn: '2025-12-31',
  }),
]
const ENTERPRISES: Typed[] = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司'].map((name) => [name, null, null, null])
const SUBMISSIONS: Typed[] = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司'].flatMap((name, index) =>
  ['2025-02', '2025-03'].map((period, month) => [period, name, null, (index + 1) * 10 * (month + 1), null, null, null, null]),
)

/** Starts one; three enterprises with two months each unless told otherwise. */
export async function startCounty(options: CountyOptions = {}): Promise<County> {
  const { language = 'zh-CN', today = '2025-04-15', seed = 1 } = options
  const apis = await startGoogleApis({ port: 0 })
  const pacing = madePacing(seed)
  const access = signIn(apis.url, true)
  const spreadsheetId = await openWorkbookMaker(access, pacing).create(
    '县',
    language === 'en' ? 'en_US' : 'zh_CN',
    'Asia/Shanghai',
  )
  const atMost = options.mostRows ? { mostRows: options.mostRows } : {}
  const open = (policy: Partial<RetryPolicy> = {}, timeoutMs = 5_000) =>
    openWorkbook({ access, spreadsheetId, pacing, policy: { ...DEFAULT_POLICY, ...policy }, timeoutMs, ...atMost })

  const { log, logged } = recordedLog()
  const startedAt = Date.parse(`${today}T01:00:00Z`)
  const ledger: County['ledger'] = {
    runs: [],
    latest: async () => ledger.runs.at(-1) ?? null,
    record: async (_spreadsheet, run) => void ledger.runs.push(run),
  }
  const world = (workbook = open()): RecalculateWorld => ({
    now: () => new Date(startedAt + pacing.nowMs()),
    random: pacing.random,
    log,
    workbook,
    ledger,
  })
  const request: SetUpRequest = {
    language,
    created: true,
    sample: options.sample ?? {
      enterprises: options.enterprises ?? ENTERPRISES,
      submissions: options.submissions ?? SUBMISSIONS,
      targets: options.targets ?? TARGETS,
      settings: options.settings ?? [['confidentiality', 'shared', null]],
      recipients: options.recipients ?? [],
    },
  }
  await setUp(request, world())
  return {
    apis,
    spreadsheetId,
    today,
    language,
    logged,
    ledger,
    open,
    world,
    recalculate: (asked = {}, workbook = open()) =>
      recalculate({ reason: 'test', who: 'tester', today, ...asked }, world(workbook)),
    edit: (...edits) => {
      if (apis.editors.apply({ spreadsheetId, edits }) !== 0) throw new Error(`Google would refuse ${JSON.stringify(edits)}`)
    },
    show: async (tab) => (await open().cells([{ title: textsFor(language).workbook.tab[tab] }]))[0]!,
    waitedMs: pacing.nowMs,
    close: () => apis.close(),
  }
}
