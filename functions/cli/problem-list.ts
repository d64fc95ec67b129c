import type { RecalculationDocument } from '../../shared/jobs/recalculation-document.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'

/** Problems listed in a terminal; the workbook's own tab has all. */
const MOST_SHOWN = 40

/** The problems in the order of the document, worst first, a line each: where, which rule, what was read, what to do. */
export function problemList({ problems, language }: RecalculationDocument): string {
  const texts = textsFor(language)
  const lines = problems
    .slice(0, MOST_SHOWN)
    .map(
      ({ severity, rule, tab, row, cell, advice }) =>
        `[${texts.rules.severity[severity]}] ${texts.workbook.tab[tab]} ${cell ?? row} ${texts.rules.name[rule]} (${rule}): ${advice}`,
    )
  return [...lines, ...(problems.length > MOST_SHOWN ? [texts.summary.moreProblems(problems.length - MOST_SHOWN)] : [])].join(
    '\n',
  )
}
