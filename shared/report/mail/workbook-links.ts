import type { TabKey } from '../../model/tabs.ts'

/** Where a mail's links lead: the workbook's address, and the sheets of its tabs. */
export interface WorkbookPlace {
  title: string
  url: string
  sheetIds: Partial<Record<TabKey, number>>
}

/** The address that opens a cell, or a row by its first cell; without either the tab; null where the tab is unknown. */
export function linkTo({ url, sheetIds }: WorkbookPlace, tab: TabKey, at: string | number | null = null): string | null {
  const gid = sheetIds[tab]
  if (gid === undefined) return null
  const range = at === null ? '' : `&range=${typeof at === 'number' ? `A${at}` : at}`
  return `${url}#gid=${gid}${range}`
}
