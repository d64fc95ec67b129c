import { COLUMNS, columnLetters } from '../../../../shared/model/tabs.ts'
import type { Texts } from '../../../../shared/model/texts/texts.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { WalkState } from '../protocol.ts'
import { tabKeys } from './tab-keys.ts'

const at = (key: (typeof COLUMNS.submissions)[number]) => COLUMNS.submissions.indexOf(key)

/** The row of the guided walk: that of the period and enterprise, else a row of the newest period that was accepted without a note. */
export function walkState(
  spreadsheet: Spreadsheet,
  texts: Texts,
  wanted: { period: string; enterprise: string } | null,
): WalkState | null {
  const keys = tabKeys(spreadsheet)
  const sheet = spreadsheet.sheets.find(({ sheetId }) => keys.get(sheetId) === 'submissions')
  if (!sheet) return null
  const text = (row: number, key: (typeof COLUMNS.submissions)[number]) =>
    String(spreadsheet.calculation.value(sheet, row, at(key)) ?? '')
  let best: { row: number; period: string } | null = null
  for (let row = 1; row < sheet.grid.usedRows; row++) {
    const period = text(row, 'period')
    if (wanted) {
      if (period === wanted.period && text(row, 'enterprise') === wanted.enterprise) return stateOf(sheet, row, text, texts)
    } else if (/^\d{4}-\d\d$/.test(period) && (!best || period >= best.period) && isPlain(sheet, row, text, texts)) {
      best = { row, period }
    }
  }
  return best ? stateOf(sheet, best.row, text, texts) : null
}

type TextOf = (row: number, key: (typeof COLUMNS.submissions)[number]) => string

const isPlain = (sheet: Sheet, row: number, text: TextOf, { workbook }: Texts): boolean =>
  text(row, 'status') === workbook.verdict.accepted && typeof plainNumber(sheet, row) === 'number'

function plainNumber(sheet: Sheet, row: number): unknown {
  const slot = sheet.grid.get(row, at('outputYtd'))
  return typeof slot === 'object' ? slot.value : slot
}

function stateOf({ sheetId }: Sheet, row: number, text: TextOf, { workbook }: Texts): WalkState {
  const status = text(row, 'status')
  const verdict = Object.entries(workbook.verdict).find(([, label]) => label === status)?.[0] ?? 'edited'
  const column = at('outputYtd')
  return {
    sheetId,
    row,
    column,
    cell: `${columnLetters(column)}${row + 1}`,
    statusCell: `${columnLetters(at('status'))}${row + 1}`,
    period: text(row, 'period'),
    enterprise: text(row, 'enterprise'),
    output: text(row, 'outputYtd'),
    status,
    message: text(row, 'message'),
    verdict,
  }
}
