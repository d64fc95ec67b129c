import type { Enterprise } from '../../model/enterprise.ts'
import { nameIn } from '../../model/plan.ts'
import type { Progress } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { type LayoutCell, type LayoutRow, lines, SUMMARY_WIDTH, SUMMARY_WIDTHS } from './layout.ts'
import { LOOKS } from './looks.ts'

/** Names in a cell; whoever needs the others finds them in Problems or the register. */
const MOST_NAMES = 60

/** Who has not reported for the period. */
export function lateBlock(progress: Progress, register: readonly Enterprise[], texts: Texts): LayoutRow[] {
  const words = texts.summary
  const names = progress.completeness.late.map((id) => register[id]?.name ?? '')
  const shown = names.slice(0, MOST_NAMES)
  const text = words.list(shown) + (names.length > shown.length ? ` ${words.moreProblems(names.length - shown.length)}` : '')
  return [
    section(names.length === 0 ? words.lateTitle : words.late(names.length)),
    paragraph(names.length === 0 ? words.nobodyLate : text, LOOKS.text, SUMMARY_WIDTH),
  ]
}

/** How each figure was computed, so that it can be traced. */
export function basisBlock(progress: Progress, texts: Texts): LayoutRow[] {
  if (progress.indicators.length === 0) return []
  return [
    section(texts.summary.basisTitle),
    ...progress.indicators.map((indicator): LayoutRow => {
      const sentence = paragraph(texts.basis.sentence(indicator.basis), LOOKS.basis, SUMMARY_WIDTH - 1)
      return { ...sentence, cells: [{ value: nameIn(indicator.name, texts.language), format: LOOKS.basis }, ...sentence.cells] }
    }),
  ]
}

const section = (value: string): LayoutRow => ({
  cells: [{ value, format: LOOKS.section, span: SUMMARY_WIDTH }],
  height: 30,
})

/** A text over the last `span` columns. Google gives merged cells no height of their own, so it is reckoned from the text. */
export function paragraph(value: string, format: NonNullable<LayoutCell['format']>, span: number): LayoutRow {
  const width = SUMMARY_WIDTHS.slice(SUMMARY_WIDTH - span).reduce((sum, each) => sum + each, 0)
  return { cells: [{ value, format, span }], height: 6 + lines(value, width) * 17 }
}
