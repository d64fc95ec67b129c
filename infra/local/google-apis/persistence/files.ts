import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Slot } from '../cell.ts'
import type { DriveFile, Files } from '../drive/files.ts'
import { Grid } from '../grid.ts'
import type { JsonObject } from '../json.ts'
import { Sheet } from '../sheet.ts'
import { Spreadsheet } from '../spreadsheet.ts'
import { loadJsonFolder, saveJsonFolder } from './json-folder.ts'

export async function saveFiles(files: Files, folder: string): Promise<void> {
  await saveJsonFolder(folder, new Map(files.all.map((file) => [file.id, textOf(dumpFile(file))])))
}

export async function loadFiles(files: Files, folder: string): Promise<void> {
  for (const saved of await loadJsonFolder(folder)) files.put(revive(saved as SavedFile, files))
}

const ROWS_AT_A_TIME = 250

/** The file as JSON, a part at a time: a large one as a whole would keep everybody waiting who edits meanwhile. */
async function* textOf({ spreadsheet, ...file }: SavedFile): AsyncGenerator<string> {
  const { sheets, ...own } = spreadsheet
  const open = (value: object) => JSON.stringify(value).slice(0, -1)
  yield `${open(file)},"spreadsheet":${open(own)},"sheets":[`
  for (const [index, { rows, ...sheet }] of sheets.entries()) {
    yield `${index > 0 ? ',' : ''}${open(sheet)},"rows":[`
    for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
      await nextTurn()
      yield (start > 0 ? ',' : '') + JSON.stringify(rows.slice(start, start + ROWS_AT_A_TIME)).slice(1, -1)
    }
    yield ']}'
  }
  yield ']}}'
}

/** The file as it is at this moment: later edits copy what they change. */
function dumpFile({ spreadsheet, ...file }: DriveFile) {
  const { id, properties, namedRanges, developerMetadata, revision, sheets } = spreadsheet
  return { ...file, spreadsheet: { id, properties, namedRanges, developerMetadata, revision, sheets: sheets.map(dumpSheet) } }
}

function dumpSheet({ sheetId, title, appearance, gridAppearance, parts, grid }: Sheet) {
  grid.freeze()
  const rows = Array.from({ length: grid.usedRows }, (_, row) => grid.cells(row) ?? [])
  const properties = (dimension: 'ROWS' | 'COLUMNS', count: number) =>
    Array.from({ length: count }, (_, index) => [index, grid.properties(dimension, index)] as const).filter(
      ([, own]) => own !== undefined,
    )
  return {
    sheetId,
    title,
    appearance,
    gridAppearance,
    parts,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    rows,
    rowProperties: properties('ROWS', grid.usedRows),
    columnProperties: properties('COLUMNS', grid.columnCount),
  }
}

type SavedSheet = ReturnType<typeof dumpSheet>
type SavedFile = ReturnType<typeof dumpFile>

function revive({ spreadsheet: saved, ...file }: SavedFile, files: Files): DriveFile {
  const spreadsheet = new Spreadsheet(saved.id, saved.properties, files.sources)
  spreadsheet.namedRanges = saved.namedRanges
  spreadsheet.developerMetadata = saved.developerMetadata
  spreadsheet.revision = saved.revision
  spreadsheet.sheets = saved.sheets.map(reviveSheet)
  return { ...file, spreadsheet }
}

function reviveSheet(saved: SavedSheet): Sheet {
  const grid = new Grid(saved)
  for (const [row, cells] of saved.rows.entries()) {
    for (const [column, slot] of cells.entries()) grid.set(row, column, (slot ?? undefined) as Slot)
  }
  const restore = (dimension: 'ROWS' | 'COLUMNS', entries: readonly (readonly [number, JsonObject | undefined])[]) => {
    for (const [index, properties] of entries) grid.setProperties(dimension, index, properties)
  }
  restore('ROWS', saved.rowProperties)
  restore('COLUMNS', saved.columnProperties)
  const sheet = new Sheet(saved.sheetId, saved.title, grid)
  sheet.appearance = saved.appearance
  sheet.gridAppearance = saved.gridAppearance
  sheet.parts = { ...sheet.parts, ...saved.parts }
  return sheet
}
