import { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { Day } from '../../model/day.ts'
import type { ObjectStore } from '../../ports.ts'
import { folderOf } from './entry-name.ts'

const Taken = z.object({ taken: z.int().min(0) })

const MOST_ATTEMPTS = 20

/** Where the mails of each day are counted. */
export const allowancePrefix = (spreadsheetId: string): string => `${folderOf(spreadsheetId)}/days/`

/**
 * Takes up to `wanted` mails from what the day still allows, and gives how many; a negative number gives back what wasn't used. A run that
 * is killed keeps what it took: the day's ceiling is never passed, by however many runs.
 */
export async function takeAllowance(
  store: ObjectStore,
  spreadsheetId: string,
  day: Day,
  ceiling: number,
  wanted: number,
): Promise<number> {
  const name = `${allowancePrefix(spreadsheetId)}${day}.json`
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const stored = await store.read(name)
    const before = stored ? Taken.parse(JSON.parse(stored.text)).taken : 0
    const granted = wanted < 0 ? Math.max(wanted, -before) : Math.min(wanted, Math.max(0, ceiling - before))
    if (granted === 0) return 0
    if (await store.write(name, JSON.stringify({ taken: before + granted }), stored?.generation ?? '0')) return granted
  }
  throw new Failure('store-unavailable', { what: 'allowance' })
}
