import type { Indicator, Progress } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { figureText, percentText, ratioText } from '../amounts.ts'
import { amountIn, figureIn, percentIn } from './figures.ts'
import type { LayoutCell, LayoutRow } from './layout.ts'
import { LOOKS, STATUS_LOOKS, statusLook } from './looks.ts'

/** The indicator that the headline is about: the county's output, else the plan's first. */
const mainIndicator = ({ indicators }: Progress): Indicator | undefined =>
  indicators.find(({ measure, scope }) => measure === 'output' && scope === 'county') ?? indicators[0]

/** One sentence: how much so far, of how much, will it be enough. */
export function headlineText(progress: Progress, texts: Texts): string {
  const main = mainIndicator(progress)
  if (!main) return texts.summary.noTargets
  const amount = (value: number | null) => figureText(value, main.unit, texts.language)
  if (main.value === null) return texts.summary.noFigures
  return texts.summary.headline({
    value: amount(main.value),
    target: amount(main.target),
    attainment: percentText(main.attainment),
    forecast: amount(main.forecast),
    pace: ratioText(main.pace),
    status: texts.workbook.status[main.status],
  })
}

interface Card {
  span: number
  label: string
  value: LayoutCell
  more: string
}

/** The headline's figures, each in a card: what is it, how much, and one thing to know about it. */
export function headlineCards(progress: Progress, texts: Texts): LayoutRow[] {
  const main = mainIndicator(progress)
  if (!main) return []
  const cards = cardsOf(main, progress, texts)
  return [
    { cells: cards.map(({ label, span }) => ({ value: label, format: LOOKS.cardLabel, span })), height: 20 },
    { cells: cards.map(({ value, span }) => ({ ...value, span })), height: 34 },
    { cells: cards.map(({ more, span }) => ({ value: more, format: LOOKS.cardMore, span })), height: 20 },
  ]
}

function cardsOf(main: Indicator, { completeness }: Progress, texts: Texts): Card[] {
  const { language, summary, workbook } = texts
  const words = summary.cards
  const look = LOOKS.cardValue
  const amount = (value: number | null) => figureText(value, main.unit, language)
  const { forecastLow: low, forecastHigh: high } = main
  return [
    {
      span: 1,
      label: words.value,
      value: figureIn(main.value, main.unit, language, look),
      more: main.yearOnYear === null ? '' : words.growth(percentText(main.yearOnYear)),
    },
    {
      span: 2,
      label: words.target,
      value: figureIn(main.target, main.unit, language, look),
      more: main.gap === null ? '' : main.gap > 0 ? words.gap(amount(main.gap)) : words.past(amount(-main.gap)),
    },
    { span: 2, label: words.attainment, value: percentIn(main.attainment, look), more: '' },
    {
      span: 1,
      label: words.status,
      value: {
        value: `${STATUS_LOOKS[main.status].symbol} ${workbook.status[main.status]}`,
        format: { ...statusLook(main.status), textFormat: { bold: true, fontSize: 11 } },
      },
      more: main.pace === null ? '' : words.pace(ratioText(main.pace)),
    },
    {
      span: 2,
      label: words.forecast,
      value: figureIn(main.forecast, main.unit, language, look),
      more: low === null || high === null || amount(low) === amount(high) ? '' : words.range(amount(low), amount(high)),
    },
    {
      span: 2,
      label: words.estimate,
      value: amountIn(main.estimateWithLate, language, look),
      more: words.estimateMore(completeness.late.length),
    },
    {
      span: 2,
      label: words.completeness,
      value: percentIn(completeness.share, look),
      more: words.reported(completeness.reported, completeness.expected, completeness.late.length),
    },
  ]
}
