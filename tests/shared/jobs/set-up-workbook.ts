import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import type { Pacing } from '../../../shared/google/retry.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import { openWorkbook } from '../../../shared/google/workbook.ts'
import { openWorkbookMaker } from '../../../shared/google/workbook-maker.ts'
import { type CheckDocument, check } from '../../../shared/jobs/check.ts'
import type { SampleRows } from '../../../shared/jobs/set-up/make-tabs.ts'
import { type SetUpDocument, setUp } from '../../../shared/jobs/set-up.ts'
import { silentLog } from '../../../shared/log.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { SheetRequest } from '../../../shared/model/sheet-request.ts'
import { type CellValue, INPUT_TABS, type TabKey } from '../../../shared/model/tabs.ts'
import type { Workbook } from '../../../shared/ports.ts'

const PACING: Pacing = { nowMs: () => performance.now(), sleep: async () => {}, random: () => 0.5 }

/** A workbook in an emulator of its own, with people who edit it. */
export interface MadeWorkbook {
  apis: GoogleApis
  spreadsheetId: string
  first: SetUpDocument
  open(): Workbook
  setUp(request?: Partial<Parameters<typeof setUp>[0]>): Promise<SetUpDocument>
  check(): Promise<CheckDocument>
  /** What the program asked to be written by set-ups so far. */
  written: SheetRequest[]
  /** Somebody's edits by hand, as requests of the API. */
  edit(...requests: object[]): void
  sheetId(tab: TabKey): number
  /** What stands below each header of each tab that people write, formulas as typed; without the columns that are ours. */
  bodies(): Promise<Record<string, Record<string, CellValue[]>>>
}

/** A few rows of everything, with texts that would be formulas if they were typed. */
export const SMALL_SAMPLE: SampleRows = {
  submissions: [
    ['2025-02', 'Meide Group', null, 1200.5, null, 1100, 300.25, '=1+1'],
    ['2025-02', 'Olaibo', '91370124MA3380101N', 900, null, null, null, null],
    ['2025-03', 'Meide Group', null, 1900.5, 700, 1700, 480, '+A1'],
    [202503, 'Olaibo', null, '１，２００', 300, null, null, "'quoted"],
  ],
  enterprises: [
    ['Meide Group', null, 'Meide; 玫德', 'casting', null, '2021-01'],
    ['Olaibo', '91370124MA3380101N', '=HYPERLINK("http://x")', null, 'advanced-materials', '2021-01'],
  ],
  titles: [['Olaibo', 'gazelle', 'provincial', '2024-08-30', null]],
  clusters: [
    ['casting', '智能铸造', 'Intelligent casting', 'Meide Group'],
    ['carbon', '碳素', 'Carbon', null],
  ],
  targets: [
    ['county', '全县产值', 'Output', 'output', 'county', 'reach', 500, null, '亿元', 2021, 385, '2022-01-01', '2025-12-31', null],
  ],
  milestones: [['base', 'National base', 'Clusters', 'Bureau', '2026-12-31', 'in-progress', 0.7, null]],
  recipients: [['office@example.test', 'Office', 'cluster:casting', 'en', 'weekly', true, true]],
  settings: [['confidentiality', 'shared', null]],
}

let seed = 1
const random = () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

/** Starts an emulator and sets a workbook up in it. */
export async function makeWorkbook(
  language: Language,
  sample: SampleRows | undefined = SMALL_SAMPLE,
  editors: readonly string[] = ['bureau@example.test'],
): Promise<MadeWorkbook> {
  const apis = await startGoogleApis({ port: 0 })
  const access = signIn(apis.url, true)
  const spreadsheetId = await openWorkbookMaker(access, PACING).create('made', 'en_US', 'Asia/Shanghai')
  const written: SheetRequest[] = []
  const open = () => openWorkbook({ access, spreadsheetId, pacing: PACING })
  const world = (workbook: Workbook) => ({ now: () => new Date('2026-01-05T00:00:00Z'), random, log: silentLog, workbook })
  const recording = (): Workbook => {
    const workbook = open()
    return {
      ...workbook,
      commit: (requests, fence) => {
        written.push(...requests)
        return workbook.commit(requests, fence)
      },
    }
  }
  const file = () => apis.state.get(spreadsheetId)!.spreadsheet
  const made: Omit<MadeWorkbook, 'first'> = {
    apis,
    spreadsheetId,
    open,
    written,
    setUp: (request = {}) => setUp({ language, created: false, ...request }, world(recording())),
    check: () => check({ language }, world(open())),
    edit: (...requests) => {
      const refused = apis.editors.apply({ spreadsheetId, edits: [{ kind: 'requests', requests: requests as never }] })
      if (refused > 0) throw new Error('the edit was refused')
    },
    sheetId: (tab) =>
      file().developerMetadata.find(
        ({ metadataKey, metadataValue }) => metadataKey === 'tallysheet.tab' && metadataValue === tab,
      )!.location.sheetId!,
    bodies: async () => {
      const { sheets } = await open().structure()
      const inputs = sheets.filter(({ key }) => (INPUT_TABS as readonly (string | null)[]).includes(key))
      const cells = await open().cells(
        inputs.map(({ title }) => ({ title })),
        'formulas',
      )
      return Object.fromEntries(inputs.map(({ key }, index) => [key, columnsByHeader(cells[index]!)]))
    },
  }
  const first = await made.setUp({ created: true, editors, ...(sample ? { sample } : {}) })
  return { ...made, first }
}

/** The same with few empty rows, which make reading slow and show nothing. */
export async function makeSmallWorkbook(language: Language): Promise<MadeWorkbook> {
  const made = await makeWorkbook(language)
  const rows = (sheetId: number) => ({ sheetId, dimension: 'ROWS', startIndex: 30, endIndex: 900 })
  made.edit(...INPUT_TABS.map((tab) => ({ deleteDimension: { range: rows(made.sheetId(tab)) } })))
  return made
}

function columnsByHeader(rows: readonly (readonly CellValue[])[]): Record<string, CellValue[]> {
  const [headers = [], ...body] = rows
  return Object.fromEntries(
    headers.flatMap((header, column) => {
      const values = body.map((row) => row[column] ?? '')
      while (values.at(-1) === '') values.pop()
      const isOurs = [header, headers[column - 1]].some((each) => typeof each === 'string' && each.startsWith('=ARRAYFORMULA'))
      return isOurs || header === '' || values.length === 0 ? [] : [[String(header), values]]
    }),
  )
}
