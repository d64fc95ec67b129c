import { yearOf } from '../../model/month.ts'
import { type Name, nameIn } from '../../model/plan.ts'
import type { Indicator } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { percentText, ratioText } from '../amounts.ts'
import { clipped } from '../mail/html.ts'
import type { Block } from '../mail/mail-document.ts'
import { statusLook } from '../mail/status-look.ts'
import type { DigestContent, WithLink } from './digest-content.ts'
import { shownValue } from './told-figures.ts'

const NAME_LENGTH = 90

export const shortName = (name: Name, texts: Texts): string => clipped(nameIn(name, texts.language), NAME_LENGTH)

/** Is the target one of the period's own year, or of a later one? */
export const isThisYears = ({ dueOn }: Indicator, { period }: Pick<DigestContent, 'period'>): boolean =>
  dueOn !== null && Number(dueOn.slice(0, 4)) === yearOf(period)

/** Value, target, bar, pace, status and forecast of one target. */
export function indicatorFigure(
  indicator: WithLink<Indicator>,
  isHeadline: boolean,
  content: DigestContent,
  texts: Texts,
): Block {
  const words = texts.digest
  const { unit, target, attainment, status, link } = indicator
  const figure = (value: number | null) => words.figure(value, unit)
  const value = figure(shownValue(indicator))
  return {
    is: 'figure',
    isHeadline,
    name: { text: shortName(indicator.name, texts), link },
    value: target === null ? value : words.ofTarget(value, figure(target)),
    bar: attainment,
    status: statusLook(status, texts),
    lines: [standingLine(indicator, content, texts), outlookLine(indicator, texts)].filter((line) => line !== ''),
  }
}

function standingLine(indicator: Indicator, content: DigestContent, texts: Texts): string {
  const words = texts.digest
  const { attainment, pace, yearOnYear, kind, dueOn } = indicator
  const attained = kind === 'hold' ? words.held : (share: string) => words.attainment(share, isThisYears(indicator, content))
  return joined(
    [
      attainment !== null && attained(percentText(attainment)),
      kind === 'hold' && words.trailing,
      pace !== null && words.pace(ratioText(pace)),
      words.growth(yearOnYear),
      dueOn !== null && words.dueOn(words.day(dueOn)),
    ],
    texts,
  )
}

function outlookLine(indicator: Indicator, texts: Texts): string {
  const words = texts.digest
  const { unit, forecast, forecastLow, forecastHigh, neededPerMonth, stretch, stretchAttainment } = indicator
  const figure = (value: number) => words.figure(value, unit)
  const range =
    forecastLow === null || forecastHigh === null || figure(forecastLow) === figure(forecastHigh)
      ? null
      : `${figure(forecastLow)} – ${figure(forecastHigh)}`
  return joined(
    [
      forecast !== null && words.forecast(figure(forecast), range),
      neededPerMonth !== null && neededPerMonth > 0 && words.needed(figure(neededPerMonth)),
      stretch !== null && stretchAttainment !== null && words.stretch(figure(stretch), percentText(stretchAttainment)),
    ],
    texts,
  )
}

const joined = (parts: readonly (string | false)[], texts: Texts): string =>
  parts.filter((part) => part !== false && part !== '').join(texts.language === 'zh-CN' ? '；' : '; ')
