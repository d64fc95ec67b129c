import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import type { SheetRequest } from '../model/sheet-request.ts'
import type { TabDetails } from '../model/tab-details.ts'
import { type CellValue, quotedTitle } from '../model/tabs.ts'
import type { CommitOutcome, RequestCounts, SeenTab, Structure, Workbook } from '../ports.ts'
import { DEFAULT_POLICY, type Pacing, type RetryPolicy, withRetry } from './retry.ts'
import type { GoogleAccess } from './sign-in.ts'
import { classifyTrouble, GarbledAnswer, googleMessage } from './trouble.ts'
import { DETAILS_FIELDS, detailsOf } from './workbook-details.ts'
import { FENCE_TITLE, SEEN_FIELDS, seenTab, structureFields, structureOf, withoutEmptyCells } from './workbook-structure.ts'

/** One call's own limit; Google's is 180 s (faults.md F21). */
const TIMEOUT_MS = 60_000

export interface WorkbookOptions {
  access: GoogleAccess
  spreadsheetId: string
  pacing: Pacing
  policy?: RetryPolicy
  timeoutMs?: number
  mostRows?: number
}

/** What 512 MiB hold, by measurement: docs/operate.md, "A run failed". */
const USUAL_MOST_ROWS = 40_000

/** The only door to a Google spreadsheet. */
export function openWorkbook({
  access,
  spreadsheetId,
  pacing,
  policy = DEFAULT_POLICY,
  timeoutMs = TIMEOUT_MS,
  mostRows = USUAL_MOST_ROWS,
}: WorkbookOptions): Workbook {
  const sheets = new sheets_v4.Sheets(access)
  const requests: RequestCounts = { read: 0, write: 0 }
  const once = { retry: false, timeout: timeoutMs }
  const retrying = <T>(call: () => Promise<T>) => withRetry(call, classifyTrouble, pacing, policy)

  const structure = (include?: { marks: true }): Promise<Structure> =>
    retrying(async () => {
      requests.read++
      const marks = include?.marks ?? false
      const { data } = await sheets.spreadsheets.get(
        { spreadsheetId, fields: structureFields(marks), prettyPrint: false },
        { ...once, responseType: 'text' },
      )
      const answer = parsedAnswer<sheets_v4.Schema$Spreadsheet>(data)
      if (answer?.spreadsheetId !== spreadsheetId || !answer.sheets) throw new GarbledAnswer()
      return structureOf(answer)
    })

  const cells = (
    ranges: readonly { title: string; range?: string }[],
    as: 'values' | 'formulas' = 'values',
  ): Promise<CellValue[][][]> =>
    retrying(async () => {
      requests.read++
      const { data } = await sheets.spreadsheets.values.batchGet(
        {
          spreadsheetId,
          ranges: ranges.map(({ title, range }) => quotedTitle(title) + (range ? `!${range}` : '')),
          valueRenderOption: as === 'values' ? 'UNFORMATTED_VALUE' : 'FORMULA',
          dateTimeRenderOption: 'FORMATTED_STRING',
          prettyPrint: false,
        },
        once,
      )
      if (typeof data !== 'object' || data?.valueRanges?.length !== ranges.length) throw new GarbledAnswer()
      return data.valueRanges.map((range) => (range.values ?? []) as CellValue[][])
    })

  const details = (wanted: readonly { title: string; rows: number }[]): Promise<TabDetails[]> =>
    retrying(async () => {
      requests.read++
      const ranges = wanted.map(({ title, rows }) => `${quotedTitle(title)}!1:${rows}`)
      const { data } = await sheets.spreadsheets.get({ spreadsheetId, ranges, fields: DETAILS_FIELDS }, once)
      if (typeof data !== 'object' || data?.spreadsheetId !== spreadsheetId) throw new GarbledAnswer()
      return wanted.map(({ title, rows }) => {
        const sheet = data.sheets?.find(({ properties }) => properties?.title === title)
        if (!sheet) throw new GarbledAnswer()
        return detailsOf(sheet, rows)
      })
    })

  const send = async (batch: SheetRequest[], look?: string): Promise<SeenTab | null> => {
    requests.write++
    const { data: answer } = await sheets.spreadsheets.batchUpdate(
      {
        spreadsheetId,
        fields: look === undefined ? 'spreadsheetId' : `spreadsheetId,${SEEN_FIELDS}`,
        prettyPrint: false,
        requestBody: {
          requests: batch as sheets_v4.Schema$Request[],
          ...(look === undefined ? {} : { includeSpreadsheetInResponse: true, responseRanges: [quotedTitle(look)] }),
        },
      },
      { ...once, responseType: 'text' },
    )
    const data: sheets_v4.Schema$BatchUpdateSpreadsheetResponse | undefined = parsedAnswer(answer)
    if (data?.spreadsheetId !== spreadsheetId) throw new GarbledAnswer()
    return look === undefined ? null : seenTab(data.updatedSpreadsheet?.sheets?.[0]?.data?.[0])
  }

  const commitAndLook = (changes: readonly SheetRequest[], fence: { from: number; to: number }, title?: string) => {
    const batch = [...fenceSwap(fence), ...changes]
    return retrying(async (): Promise<{ outcome: CommitOutcome; seen: SeenTab | null }> => {
      try {
        return { outcome: 'committed', seen: await send(batch, title) }
      } catch (thrown) {
        if (!isFenceGone(thrown) && !isTitleGone(thrown)) throw thrown
        // Somebody committed, or an earlier try of ours was applied and its answer lost (F17), or a tab was renamed in between, which
        // may be noticed only after the changes were applied: the fence in place tells.
        const { fence: present } = await structure()
        return { outcome: present === fence.to ? 'committed' : 'lost', seen: null }
      }
    })
  }

  const commit = async (changes: readonly SheetRequest[], fence?: { from: number; to: number }): Promise<CommitOutcome> => {
    if (fence) return (await commitAndLook(changes, fence)).outcome
    await retrying(() => send([...changes]))
    return 'committed'
  }

  return { structure, cells, details, commit, commitAndLook, mostRows, requests }
}

const fenceSwap = ({ from, to }: { from: number; to: number }): SheetRequest[] => [
  { deleteSheet: { sheetId: from } },
  {
    addSheet: { properties: { sheetId: to, title: FENCE_TITLE, hidden: true, gridProperties: { rowCount: 1, columnCount: 1 } } },
  },
]

const isFenceGone = (thrown: unknown): boolean => /^Invalid requests\[0\]\.deleteSheet/.test(googleMessage(thrown) ?? '')

const isTitleGone = (thrown: unknown): boolean => /^Unable to parse range/.test(googleMessage(thrown) ?? '')

/** Answers are asked for as text, so that their many empty cells can be dropped before they become objects. */
function parsedAnswer<T>(text: unknown): T | undefined {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(withoutEmptyCells(text))
  } catch {
    return undefined
  }
}
