import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { type Fields, fieldsOf, listOf } from './answer-fields.ts'
import { plainText } from './plain-text.ts'
import { tellRecalculation } from './tell-recalculation.ts'
import { tabTitles } from './workbook-tabs.ts'

/** As many as a box shows without scrolling; the tab Problems has all. */
const MOST_SHOWN = 10

/** The first problems of the rows, what matters most first, each with its cell and what to do, after what the recalculation came to. */
export function tellProblems(document: Fields, texts: MenuTexts): string[] {
  const { check } = texts
  const titles: Readonly<Record<string, string>> = tabTitles(texts.language)
  const severities: Readonly<Record<string, string>> = check.severity
  const problems = listOf(document.problems).map(fieldsOf)
  const shown = problems.slice(0, MOST_SHOWN).map(({ tab, cell, severity, advice }) => {
    const place = [titles[plainText(tab)] ?? plainText(tab), plainText(cell)].filter((part) => part !== '').join(' ')
    return check.problem(place, severities[plainText(severity)] ?? '', plainText(advice))
  })
  return [
    ...tellRecalculation(document, texts),
    '',
    ...(shown.length === 0 ? [check.noProblems] : [check.problems, ...shown]),
    ...(problems.length > MOST_SHOWN ? [check.more] : []),
  ]
}
