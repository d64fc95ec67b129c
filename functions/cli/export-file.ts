import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import { type ExportDocument, exportWorkbook } from '../../shared/jobs/export-workbook.ts'
import { drawChart } from '../../shared/pictures/draw-chart.ts'
import { fontFile } from '../../shared/pictures/font-file.ts'
import { realWorld, workbookLooksOf, workbookOf } from '../world.ts'

/** Pixels of a picture a pixel of its place: sharp in print. */
const SCALE = 2

/** Writes the workbook into the file. A file of that name stays as it was until the new one is whole. */
export async function exportFile(
  file: string,
  config: Pick<Config, 'googleUrl' | 'spreadsheetId'>,
  verbose: boolean,
): Promise<ExportDocument> {
  const unfinished = `${file}.part`
  makeSureItCanBeWritten(unfinished, file)
  try {
    const document = await exportWorkbook(unfinished, {
      log: realWorld(verbose).log,
      workbook: workbookOf(config),
      looks: workbookLooksOf(config),
      drawChart: (chart, widthPx, heightPx) => drawChart(chart, { widthPx, heightPx, scale: SCALE, fontFile: fontFile() }),
    })
    renameSync(unfinished, file)
    return document
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function makeSureItCanBeWritten(unfinished: string, file: string): void {
  try {
    closeSync(openSync(unfinished, 'w'))
  } catch (thrown) {
    const what = (thrown as NodeJS.ErrnoException).code ?? ''
    throw new Failure('unwritable-file', { file: basename(file), what }, { cause: thrown })
  }
}
