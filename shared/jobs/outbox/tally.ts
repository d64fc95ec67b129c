import { isWaiting, type OutboxEntry } from '../../model/outbox.ts'

/** What became of everything planned: planned = sent + rejected + waiting + needsDecision + waived + skipped. */
export interface Tally {
  planned: number
  sent: number
  rejected: number
  waiting: number
  needsDecision: number
  waived: number
  skipped: number
}

/** Counts the entries; `unread` are those that only a newer version of the program can read: they wait for it. */
export function tally(entries: readonly OutboxEntry[], unread: number): Tally {
  const count = (fits: (entry: OutboxEntry) => boolean) => entries.filter(fits).length
  return {
    planned: entries.length + unread,
    sent: count(({ state }) => state === 'sent'),
    rejected: count(({ state }) => state === 'rejected'),
    waiting: count(({ state }) => isWaiting(state)) + unread,
    needsDecision: count(({ state }) => state === 'needs-decision'),
    waived: count(({ state }) => state === 'waived'),
    skipped: count(({ state }) => state === 'skipped'),
  }
}
