import { figuresKey, fullKey, otherFullKeys, rowKey } from '../model/row-key.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type CellValue, COLUMNS } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { JudgedRow, RowMemory } from '../model/verdict.ts'
import { changedCells, growRows } from './cells.ts'

const MESSAGE_LENGTH = 600

/** Stands for "the figures of column B": most rows are remembered with the figures that they have. */
const SAME = '='

const KEY = COLUMNS.status.indexOf('key')
const FIGURES = COLUMNS.status.indexOf('figures')
const ON_TIME = COLUMNS.status.indexOf('onTimeFigures')
const EXPLAINED = COLUMNS.status.indexOf('explainedFigures')
const WORDS = COLUMNS.status.indexOf('explainedWords')

const textOf = (value: CellValue | undefined): string => (value == null ? '' : String(value))

/** What earlier runs remember of rows, by `rowKey`, from the cells of `_status` (header included). */
export function readMemory(cells: readonly (readonly CellValue[])[]): Map<string, RowMemory> {
  const memory = new Map<string, RowMemory>()
  for (const row of cells.slice(1)) {
    if (!row[ON_TIME] && !row[EXPLAINED]) continue
    const figures = (index: number) => (row[index] === SAME ? textOf(row[FIGURES]) : textOf(row[index]))
    memory.set(textOf(row[KEY]), {
      onTimeFigures: figures(ON_TIME),
      explainedFigures: figures(EXPLAINED),
      explainedWords: textOf(row[WORDS]),
    })
  }
  return memory
}

/** What the status and message columns will show for a judged row. */
function shownFor(row: JudgedRow, texts: Texts): [string, string] {
  const said = row.problems.map((problem) => texts.rules.advice[problem.rule](problem))
  const advice = [...(row.explanationOutdated ? [texts.rules.explanationOutdated] : []), ...said].join(' ')
  return [texts.workbook.verdict[row.verdict], advice.length > MESSAGE_LENGTH ? `${advice.slice(0, MESSAGE_LENGTH)}…` : advice]
}

/** Entries by folded key: VLOOKUP doesn't tell upper from lower case, neither may the table. */
function entriesOf(judged: readonly JudgedRow[], texts: Texts): Map<string, CellValue[]> {
  const entries = new Map<string, CellValue[]>()
  const add = (key: string, entry: CellValue[]) => {
    const folded = key.toLowerCase()
    if (!entries.has(folded)) entries.set(folded, entry)
  }
  const shared = sharedKeys(judged)
  for (const row of judged) {
    const key = rowKey(row.typed)
    const own = figuresKey(row.typed)
    const others = otherFullKeys(row.typed)
    const [status, message] = shownFor(row, texts)
    const alone = others.length === 0 && !shared.has(key.toLowerCase())
    if (!alone) for (const full of [fullKey(row.typed), ...others]) add(full, [full, null, status, message])
    const { onTimeFigures, explainedFigures, explainedWords } = row.memory
    const figures = alone ? own : null
    const remembered = (text: string) => (text !== '' && text === figures ? SAME : text)
    add(key, [
      key,
      figures,
      alone ? status : null,
      alone ? message : null,
      remembered(onTimeFigures),
      remembered(explainedFigures),
      explainedWords,
    ])
  }
  return entries
}

/** Folded row keys that rows with different figures share: their verdicts stand under their full keys. */
function sharedKeys(judged: readonly JudgedRow[]): Set<string> {
  const figuresByKey = new Map<string, string>()
  const shared = new Set<string>()
  for (const { typed } of judged) {
    const key = rowKey(typed).toLowerCase()
    const own = figuresKey(typed).toLowerCase()
    const known = figuresByKey.get(key)
    if (known === undefined) figuresByKey.set(key, own)
    else if (known !== own) shared.add(key)
  }
  return shared
}

/**
 * The rows of `_status` for the judged rows. An entry that was there keeps its place, so that sorting Submissions changes nothing
 * here; places that became free are filled first.
 */
function statusRows(present: readonly (readonly CellValue[])[], judged: readonly JudgedRow[], texts: Texts): CellValue[][] {
  const wanted = entriesOf(judged, texts)
  const rows: CellValue[][] = []
  const free: number[] = []
  for (const [index, old] of present.entries()) {
    const folded = textOf(old[KEY]).toLowerCase()
    const now = wanted.get(folded)
    rows[index] = now ?? []
    if (now) wanted.delete(folded)
    else free.push(index)
  }
  let next = 0
  for (const row of wanted.values()) rows[free[next++] ?? rows.length] = row
  return rows
}

/** The writes that bring `_status` up to date; `cells` is the tab as read, header included. */
export function renderStatusTab(
  sheet: { sheetId: number; rowCount: number },
  cells: readonly (readonly CellValue[])[],
  judged: readonly JudgedRow[],
  texts: Texts,
): { requests: SheetRequest[]; cells: number } {
  const rows = statusRows(cells.slice(1), judged, texts)
  const changes = changedCells(sheet.sheetId, 0, 0, cells, [[...COLUMNS.status], ...rows])
  return { requests: [...growRows(sheet.sheetId, sheet.rowCount, rows.length + 1), ...changes.requests], cells: changes.cells }
}
