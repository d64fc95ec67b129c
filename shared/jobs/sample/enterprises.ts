import { withCheckCharacter } from '../../model/credit-code.ts'
import type { Day } from '../../model/day.ts'
import type { EmergingField } from '../../model/enterprise.ts'
import { type Month, monthOf, parseMonth } from '../../model/month.ts'
import type { Name } from '../../model/plan.ts'
import { GROUPS, SAMPLE_GROUPS, type SampleGroup } from './groups.ts'
import { brandName, firmName, personName } from './names.ts'

/** The years that the sample has reports of. */
export const FIRST_MONTH: Month = monthOf(2021, 1)
export const LAST_MONTH: Month = monthOf(2025, 12)

/** An enterprise of the sample county. */
export interface SampleEnterprise {
  /** Its number in the register, from 0. */
  number: number
  group: SampleGroup
  /** Its place in the group, from 0, the largest first. */
  place: number
  name: Name
  alias: Name
  cluster: string | null
  creditCode: string
  emergingField: EmergingField | null
  reportsFrom: Month
  reportsUntil: Month | null
  aboveScaleFrom: Month | null
  listedOn: Day | null
  contact: Name
  email: string
}

interface Named {
  name: Name
  alias: Name
  emergingField: EmergingField | null
}

const named = (zh: string, aliasZh: string, en: string, emergingField: EmergingField | null = null): Named => ({
  name: { zh, en },
  alias: { zh: aliasZh, en: zh },
  emergingField,
})

/**
 * The enterprises that the plan itself names, as the largest of their group; written in Chinese by their sound where the plan was
 * read in English. Their figures are invented like all others, and nothing else is said of them: no title, no listing, no mistake.
 */
const NAMED: Partial<Record<SampleGroup, readonly Named[]>> = {
  casting: [named('玫德集团有限公司', 'Meide Group', 'Meide Group')],
  building: [named('山水集团有限公司', 'Shanshui Group', 'Shanshui Group')],
  emerging: [
    named('贝兰古威生命科技有限公司', 'Bellanguwe', 'Bellanguwe', 'life-science'),
    named('奥莱博新材料有限公司', 'Olaibo', 'Olaibo', 'advanced-materials'),
    named('科德智能科技有限公司', 'Kede Intelligent', 'Kede Intelligent', 'artificial-intelligence'),
  ],
}

/** Listed ones among the invented, by group and place. */
const LISTED: Partial<Record<SampleGroup, Readonly<Record<number, Day>>>> = {
  carbon: { 0: '2017-09-05' },
  'rose-ejiao': { 0: '2023-06-19' },
  emerging: { 4: '2025-03-27' },
}

/** The register of the sample county: the same whatever the seed, which decides the figures only. */
export const PINGYIN_ENTERPRISES: readonly SampleEnterprise[] = SAMPLE_GROUPS.flatMap((group) =>
  Array.from({ length: GROUPS[group].size }, (_, place) => ({ group, place })),
).map(({ group, place }, number) => describe(group, place, number))

/** The enterprise at a place of a group. */
export const enterpriseAt = (group: SampleGroup, place: number): SampleEnterprise =>
  PINGYIN_ENTERPRISES.find((enterprise) => enterprise.group === group && enterprise.place === place)!

function describe(group: SampleGroup, place: number, number: number): SampleEnterprise {
  const { cluster, trades, fields, entries, exits, smallUntil } = GROUPS[group]
  const trade = trades[(place * 3) % trades.length]!
  const fromPlan = NAMED[group]?.[place]
  const name = fromPlan?.name ?? firmName(number, trade)
  const brand = brandName(number)
  const entry = entries[place]
  const reportsFrom = entry ? parseMonth(entry)! : FIRST_MONTH
  return {
    number,
    group,
    place,
    name,
    alias: fromPlan?.alias ?? { zh: brand.zh + trade.zh, en: `${brand.en} ${trade.en}` },
    cluster,
    creditCode: withCheckCharacter(`91370124MA3${registeredAs(number)}`),
    emergingField: fromPlan ? fromPlan.emergingField : (trade.field ?? fields[place] ?? null),
    reportsFrom,
    reportsUntil: exits[place] ? parseMonth(exits[place])! : null,
    aboveScaleFrom: aboveScaleFrom(smallUntil[place], entry ? reportsFrom : monthOf(2012 + (number % 8), 1 + (number % 4) * 3)),
    listedOn: LISTED[group]?.[place] ?? null,
    contact: personName(number),
    email: `${(fromPlan ? name.en.split(' ')[0]! : brand.en).toLowerCase()}@example.test`,
  }
}

/** Six characters that differ from enterprise to enterprise. */
function registeredAs(number: number): string {
  return ((number * 104_729 + 380_101) % 1_000_000).toString().padStart(6, '0')
}

function aboveScaleFrom(late: string | null | undefined, usual: Month): Month | null {
  return late === undefined ? usual : late === null ? null : parseMonth(late)!
}
