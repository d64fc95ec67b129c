import type { Chart } from '../model/chart.ts'
import type { NativeChart, SheetLooks } from '../model/sheet-looks.ts'
import type { RequestCounts, Workbook, WorkbookLooks, World } from '../ports.ts'
import { chartOfNative, sourcesOfChart } from './export-file/chart-of-native.ts'
import { rangeName } from './export-file/places.ts'
import type { PlacedPicture } from './export-file/streamed-sheet.ts'
import { writeXlsx } from './export-file/write-xlsx.ts'

/** Google's size of a chart that was given none. */
const USUAL_SIZE_PX = { width: 600, height: 371 }

export interface ExportWorld extends Pick<World, 'log'> {
  workbook: Workbook
  looks: WorkbookLooks
  /** A chart as a PNG. */
  drawChart(chart: Chart, widthPx: number, heightPx: number): Promise<Uint8Array>
}

/** What `tallysheet export --json` prints, with the file. */
export interface ExportDocument {
  sheets: number
  rows: number
  pictures: number
  requests: RequestCounts
}

/** The workbook as an .xlsx file: what is shown, with its looks; charts as pictures. Nothing is written to the workbook. */
export async function exportWorkbook(file: string, { workbook, looks, drawChart, log }: ExportWorld): Promise<ExportDocument> {
  const sheets = await looks.sheets()
  const chartPictures = async (sheet: SheetLooks): Promise<PlacedPicture[]> => {
    log.info('export.sheet', { charts: sheet.charts.length })
    const pictures: PlacedPicture[] = []
    for (const native of sheet.charts) {
      const chart = await chartFrom(native, sheets, workbook)
      if (chart) pictures.push(await placed(native, chart, drawChart))
    }
    return pictures
  }
  const written = await writeXlsx(file, sheets, { rows: (sheet) => looks.rows(sheet), chartPictures })
  const requests = { read: workbook.requests.read + looks.requests.read, write: workbook.requests.write + looks.requests.write }
  return { sheets: sheets.length, ...written, requests }
}

/** The chart with the values of its cells; null where its kind can't be read or a sheet of its cells is gone. */
async function chartFrom(native: NativeChart, sheets: readonly SheetLooks[], workbook: Workbook): Promise<Chart | null> {
  const places = sourcesOfChart(native)?.map((range) => {
    const sheet = sheets.find(({ sheetId }) => sheetId === range.sheetId)
    return sheet && { title: sheet.title, range: rangeName(range, sheet) }
  })
  if (!places?.every((place) => place !== undefined)) return null
  return chartOfNative(native, await workbook.cells(places))
}

async function placed({ position }: NativeChart, chart: Chart, drawChart: ExportWorld['drawChart']): Promise<PlacedPicture> {
  const { anchorCell, offsetXPixels, offsetYPixels, widthPixels, heightPixels } = position?.overlayPosition ?? {}
  const widthPx = widthPixels ?? USUAL_SIZE_PX.width
  const heightPx = heightPixels ?? USUAL_SIZE_PX.height
  return {
    png: await drawChart(chart, widthPx, heightPx),
    row: anchorCell?.rowIndex ?? 0,
    column: anchorCell?.columnIndex ?? 0,
    offsetXPx: offsetXPixels ?? 0,
    offsetYPx: offsetYPixels ?? 0,
    widthPx,
    heightPx,
    alternative: chart.alternative,
  }
}
