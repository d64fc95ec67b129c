import { DateTime } from 'luxon'
import type { OutboxEntry } from '../model/outbox.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'

/** Older messages than these are in the outbox, but not shown. */
export const MOST_SENT = 2_000

const KEY = COLUMNS.sent.indexOf('key')
const AT = COLUMNS.sent.indexOf('at')

/**
 * The content of Sent, header included: what went to whom, when, and what waits, newest first. Rows of messages that weren't looked at
 * stay as they are. Times are in the plan's time zone.
 */
export function sentCells(
  present: readonly (readonly CellValue[])[],
  entries: readonly OutboxEntry[],
  timeZone: string,
  texts: Texts,
): CellValue[][] {
  const looked = new Set(entries.map(({ key }) => key))
  const kept = present.slice(1).filter((row) => isEntry(row) && !looked.has(String(row[KEY])))
  const rows = [...entries.map((entry) => rowOf(entry, timeZone, texts)), ...kept.map((row) => [...row])]
  const newestFirst = rows.toSorted((a, b) => compare(b[AT], a[AT]) || compare(a[KEY], b[KEY]))
  return [COLUMNS.sent.map((key) => texts.workbook.header.sent[key]), ...newestFirst.slice(0, MOST_SENT)]
}

/** Anything else in the tab isn't ours and goes. */
const isEntry = (row: readonly CellValue[]): boolean => /^(digest|reminder)\./.test(String(row[KEY] ?? ''))

const compare = (a: CellValue | undefined, b: CellValue | undefined): number => {
  const [one, other] = [String(a ?? ''), String(b ?? '')]
  return one < other ? -1 : one > other ? 1 : 0
}

function rowOf(entry: OutboxEntry, timeZone: string, { mail }: Texts): CellValue[] {
  const { address, name, audience } = entry.recipient
  const at = entry.history.at(-1)?.at ?? entry.plannedAt
  const cells: Record<ColumnKey<'sent'>, CellValue> = {
    at: DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm'),
    kind: mail.kind[entry.kind],
    period: entry.period,
    state: mail.state[entry.state],
    name: address === '' ? mail.erased : name,
    email: address,
    audience,
    subject: entry.subject,
    reason: mail.reason[entry.reason] ?? entry.reason,
    attempts: entry.attempts.length,
    run: entry.run,
    key: entry.key,
  }
  return COLUMNS.sent.map((key) => cells[key])
}
