import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSheetMenu } from '../../../infra/build/sheet-menu.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface BuiltMenu {
  folder: string
  script: string
  bytes: number
  remove(): void
}

/** The menu as it is deployed, in a folder of its own. */
export async function builtMenu(): Promise<BuiltMenu> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-menu-'))
  const bytes = await buildSheetMenu(root, folder)
  return { folder, bytes, script: join(folder, 'menu.gs'), remove: () => rmSync(folder, { recursive: true }) }
}

/** An answer of `recalculate` with the fields that the menu looks at. */
export const recalculated = (run: object = {}, more: object = {}) => ({
  run: { id: 'r1', asOf: '2025-04-15', period: '2025-03', changed: true, warnings: [], ...run },
  rows: { read: 40, accepted: 30, noted: 4, held: 3, rejected: 2, hidden: 0 },
  completeness: { expected: 20, reported: 18, carried: 1, missing: 1, late: ['甲铸造有限公司', '乙碳素有限公司'] },
  problems: [],
  ...more,
})

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () => ({
    status,
    text: JSON.stringify(body),
    headers,
  })
