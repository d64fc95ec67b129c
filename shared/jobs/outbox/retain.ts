import { isSettled } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'
import { changeAgenda, readAgenda } from './agenda.ts'
import { allowancePrefix } from './allowance.ts'
import { folderOf } from './entry-name.ts'
import { readHeld, writeHeld } from './held-entry.ts'

/** How long the days' counts of mails are kept. */
const COUNTS_KEPT_DAYS = 7

/**
 * Drops the content of messages settled for so many days; that they were sent, when and to whom, stays (security.md S27). Periods in
 * which something may still happen are left alone. Gives how many were dropped.
 */
export async function retain(store: ObjectStore, spreadsheetId: string, keptDays: number, now: Date): Promise<number> {
  const { open, emptied } = await readAgenda(store, spreadsheetId)
  const alone = new Set([...open.map(({ kind, period }) => `${kind}/${period}`), ...emptied])
  const before = daysBefore(now, keptDays)
  const done: string[] = []
  let dropped = 0
  for (const [folder, objects] of await folders(store, spreadsheetId)) {
    if (alone.has(folder) || objects.some(({ updatedAt }) => updatedAt >= before)) continue
    const outcomes: boolean[] = []
    for (const { name } of objects) outcomes.push(await dropContent(store, name))
    dropped += outcomes.filter(Boolean).length
    done.push(folder)
  }
  if (done.length > 0)
    await changeAgenda(store, spreadsheetId, (agenda) => ({
      ...agenda,
      emptied: [...new Set([...agenda.emptied, ...done])],
    }))
  for (const { name, generation, updatedAt } of await store.list(allowancePrefix(spreadsheetId)))
    if (updatedAt < daysBefore(now, COUNTS_KEPT_DAYS)) await store.remove(name, generation)
  return dropped
}

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()

/** The objects of messages by `kind/period`. */
async function folders(store: ObjectStore, spreadsheetId: string) {
  const found = new Map<string, { name: string; updatedAt: string }[]>()
  for (const kind of ['digest', 'reminder'])
    for (const object of await store.list(`${folderOf(spreadsheetId)}/${kind}/`)) {
      const folder = object.name.split('/').slice(-3, -1).join('/')
      found.set(folder, [...(found.get(folder) ?? []), object])
    }
  return found
}

async function dropContent(store: ObjectStore, name: string): Promise<boolean> {
  const held = await readHeld(store, name)
  if (!held || held === 'closed' || !held.entry.content || !isSettled(held.entry.state)) return false
  return (await writeHeld(store, name, { ...held.entry, content: null }, held.generation)) !== null
}
