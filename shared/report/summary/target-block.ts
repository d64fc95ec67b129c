import { nameIn } from '../../model/plan.ts'
import type { Indicator, Progress } from '../../model/progress.ts'
import { columnLetters } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { changeIn, figureIn, percentIn, ratioIn } from './figures.ts'
import { type LayoutCell, type LayoutRow, lines, SUMMARY_WIDTHS } from './layout.ts'
import { LOOKS, STATUS_LOOKS, statusLook } from './looks.ts'

/** Column (from 0) of the attainment, which the bar beside it draws. */
const ATTAINMENT = 4

const MOST_WORDING = 1_000

/** The table of targets: header, then a row each. `firstRow` is the header's place (from 0). */
export function targetTable(
  progress: Progress,
  wordings: ReadonlyMap<string, string>,
  firstRow: number,
  texts: Texts,
): LayoutRow[] {
  const { columns, progressBar } = texts.summary
  const headers = [
    columns.indicator,
    columns.value,
    columns.target,
    columns.stretch,
    columns.attainment,
    progressBar,
    columns.status,
    columns.pace,
    columns.forecast,
    columns.neededPerMonth,
    columns.yearOnYear,
    columns.completeness,
  ]
  const wraps = headers.some((header, index) => lines(header, SUMMARY_WIDTHS[index]!) > 1)
  return [
    { cells: headers.map((value) => ({ value, format: LOOKS.header })), height: wraps ? 38 : 30 },
    ...progress.indicators.map((indicator, index) =>
      targetRow(indicator, wordings.get(indicator.key) ?? '', firstRow + 1 + index, texts),
    ),
  ]
}

function targetRow(indicator: Indicator, wording: string, row: number, texts: Texts): LayoutRow {
  const { language } = texts
  const figure = (value: number | null) => figureIn(value, indicator.unit, language)
  const isAmount = indicator.measure === 'output'
  const nameLines = lines(nameIn(indicator.name, language), SUMMARY_WIDTHS[0])
  return {
    cells: [
      {
        value: nameIn(indicator.name, language),
        format: LOOKS.name,
        ...(wording === '' ? {} : { note: texts.summary.planWording(shortened(wording)) }),
      },
      figure(standingOf(indicator)),
      figure(indicator.target),
      figure(indicator.stretch),
      percentIn(indicator.attainment),
      barCell(indicator, row),
      {
        value: `${STATUS_LOOKS[indicator.status].symbol} ${texts.workbook.status[indicator.status]}`,
        format: statusLook(indicator.status),
      },
      ratioIn(indicator.pace),
      isAmount ? figure(indicator.forecast) : { value: null, format: LOOKS.figure },
      isAmount ? figure(indicator.neededPerMonth) : { value: null, format: LOOKS.figure },
      changeIn(indicator.yearOnYear),
      percentIn(indicator.completeness),
    ],
    height: nameLines > 1 ? 4 + nameLines * 17 : 26,
  }
}

/** A note that fits on a screen, and without halves of surrogate pairs. */
const shortened = (wording: string): string =>
  (wording.length > MOST_WORDING ? `${wording.slice(0, MOST_WORDING)}…` : wording).toWellFormed()

/** What stands against the target: of a hold the trailing twelve months. */
const standingOf = (indicator: Indicator): number | null =>
  indicator.kind === 'hold' ? indicator.trailingTwelveMonths : indicator.value

/** A bar of the attainment in the cell beside it; it holds nothing that people typed. */
function barCell({ attainment, status }: Indicator, row: number): LayoutCell {
  if (attainment === null) return { value: null }
  const source = `${columnLetters(ATTAINMENT)}${row + 1}`
  const colour = `#${STATUS_LOOKS[status].bar}`
  return { value: null, formula: `=SPARKLINE(${source},{"charttype","bar";"max",1;"color1","${colour}"})` }
}
