import { Failure } from '../errors.ts'
import type { OutboxEntry } from '../model/outbox.ts'
import type { CellValue } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { Workbook, World } from '../ports.ts'
import { changedCells, growColumns, growRows } from '../report/cells.ts'
import { sentCells } from '../report/sent-tab.ts'
import { columnsOf, createTab, NEW_TAB_ROWS } from '../report/template/create-tab.ts'
import { identifyTabs } from './identify-tabs.ts'
import { newSheetId } from './render-run.ts'

const MOST_ATTEMPTS = 5

/** Brings the tab Sent up to date with these messages, in one fenced commit; nothing is written when it is. Made anew where it is missing. */
export async function showSent(
  entries: readonly OutboxEntry[],
  timeZone: string,
  texts: Texts,
  world: World & { workbook: Workbook },
): Promise<void> {
  const { workbook } = world
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { fence, sheets } = await workbook.structure()
    if (fence === null) throw new Failure('not-set-up')
    const found = identifyTabs(sheets).tabs.sent
    const sheetId = found?.sheetId ?? newSheetId(world, sheets)
    const present = found ? (await workbook.cells([{ title: found.title }]))[0]! : []
    const after = sentCells(present, entries, timeZone, texts)
    // A new tab has its header from the template.
    const before: CellValue[][] = found ? present : [after[0]!]
    const { requests } = changedCells(sheetId, 0, 0, before, after)
    const room = [
      ...growRows(sheetId, found?.rowCount ?? NEW_TAB_ROWS, after.length),
      ...growColumns(sheetId, found?.columnCount ?? columnsOf('sent'), columnsOf('sent')),
    ]
    const made = found ? [] : createTab('sent', sheetId, NEW_TAB_ROWS, null, texts)
    if (found && requests.length === 0) return
    const outcome = await workbook.commit([...made, ...room, ...requests], { from: fence, to: newSheetId(world, sheets) })
    if (outcome === 'committed') return
  }
  throw new Failure('workbook-changing')
}
