import Table from 'cli-table3'
import type { RecalculationDocument } from '../../shared/jobs/recalculation-document.ts'
import type { Language } from '../../shared/model/language.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { figureText, percentText, ratioText } from '../../shared/report/amounts.ts'

/** No lines: their width is ambiguous in Chinese fonts. */
const BARE = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((end) => [`${side}${end}`, '']),
  ),
)

/** The targets, the counts of rows by verdict and who is late, for a terminal or a pipe. */
export function progressTable(document: RecalculationDocument): string {
  const { language } = document
  const texts = textsFor(language)
  const words = texts.summary
  const table = new Table({
    head: [
      words.columns.indicator,
      words.columns.value,
      words.columns.target,
      words.columns.attainment,
      words.columns.pace,
      words.columns.forecast,
      words.columns.completeness,
      words.columns.status,
    ],
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
  })
  for (const indicator of document.indicators)
    table.push([
      indicator.name,
      figureText(indicator.kind === 'hold' ? indicator.trailingTwelveMonths : indicator.value, indicator.unit, language),
      figureText(indicator.target, indicator.unit, language),
      percentText(indicator.attainment),
      ratioText(indicator.pace),
      figureText(indicator.forecast, indicator.unit, language),
      percentText(indicator.completeness),
      texts.workbook.status[indicator.status],
    ])
  const { completeness, run } = document
  return [
    `${words.asOf(run.asOf)} · ${words.period(run.period)} · ${words.computedBy(run.id)}`,
    table.toString(),
    words.rows(document.rows),
    ...(document.rows.hidden ? [words.hiddenRows(document.rows.hidden)] : []),
    words.completeness(completeness.reported, completeness.expected, completeness.late.length),
    ...lateNames(completeness.late, language),
    run.duplicateOf ? words.result.unchanged : run.changed ? words.result.changed : words.result.unchanged,
    ...run.warnings,
  ].join('\n')
}

const lateNames = (late: readonly string[], language: Language): string[] => {
  if (late.length === 0) return []
  const shown = late.slice(0, 12).join(language === 'zh-CN' ? '、' : ', ')
  return [`  ${shown}${late.length > 12 ? ` … (+${late.length - 12})` : ''}`]
}
