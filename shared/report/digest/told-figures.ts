import type { Enterprise } from '../../model/enterprise.ts'
import type { ToldFigures } from '../../model/message.ts'
import { formatMonth } from '../../model/month.ts'
import type { Indicator, Progress } from '../../model/progress.ts'
import type { OwnReport } from './own-report.ts'

/** The key of an enterprise's own output. It holds the name: whoever is moved to another enterprise is not told of the former one's. */
export const ownKey = (name: string): string => `own:${name}`

/** What the next digest compares with. */
export function toldFigures(
  { asOf, period }: Progress,
  indicators: readonly Indicator[],
  late: readonly Enterprise[],
  own: OwnReport | null,
): ToldFigures {
  const figures = indicators.map((each) => [each.key, { value: shownValue(each), status: each.status }] as const)
  const figure = own && ([ownKey(own.name), { value: own.outputYtd, status: 'tracking' }] as const)
  return {
    asOf,
    period: formatMonth(period),
    indicators: Object.fromEntries(figure ? [...figures, figure] : figures),
    late: late.map(({ name }) => name),
  }
}

/** Of a hold it is the trailing twelve months that are held (measures.md, "Status"). */
export const shownValue = (indicator: Indicator): number | null =>
  indicator.kind === 'hold' ? indicator.trailingTwelveMonths : indicator.value
