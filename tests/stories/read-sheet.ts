import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'

export type Sheet = sheets_v4.Schema$Sheet

/** Who looks: any reader sees the same. */
const HEADERS = { authorization: 'Bearer user:tallysheet@example.test' }

/** All tabs of a workbook without their cells, and one with everything that a person sees of it, read over HTTP. */
export async function readSheet(url: string, spreadsheetId: string, title: string): Promise<{ tabs: Sheet[]; sheet: Sheet }> {
  const ask = async (query: Record<string, string>): Promise<Sheet[]> => {
    const answer = await fetch(`${url}/v4/spreadsheets/${spreadsheetId}?${new URLSearchParams(query)}`, { headers: HEADERS })
    if (!answer.ok) throw new Error(await answer.text())
    return ((await answer.json()) as sheets_v4.Schema$Spreadsheet).sheets ?? []
  }
  const tabs = await ask({ fields: 'sheets.properties' })
  const [sheet] = await ask({ includeGridData: 'true', ranges: `'${title.replaceAll("'", "''")}'` })
  return { tabs, sheet: sheet! }
}
