import type { PageTexts } from '../../../../shared/model/texts/page-texts.ts'

/** The parts of a recalculation's answer that are told (command-line.md). */
interface Recalculation {
  run: { asOf: string; seconds: number; changed: boolean; requests: { read: number; write: number } }
  rows: { read: number; accepted: number; noted: number; held: number; rejected: number }
}

/** What a function's answer says, in a sentence or two. */
export function runNotice(name: 'recalculate' | 'digest' | 'remind', document: unknown, { result, bar }: PageTexts): string {
  if (name !== 'recalculate') return `${name === 'digest' ? bar.digest : bar.remind}: ${result.sent}`
  const { run, rows } = document as Recalculation
  return [
    result.recalculated({ asOf: run.asOf, ...rows }),
    run.changed ? result.changed : result.unchanged,
    result.cost({ seconds: run.seconds.toFixed(1), ...run.requests }),
  ].join(' ')
}
