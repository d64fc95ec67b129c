import { lastDayOf } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Month } from '../model/month.ts'
import type { Plan, TitleName } from '../model/plan.ts'

/** Enterprises above scale in the month (measures.md, "above-scale"). */
export const countAboveScale = (members: readonly Enterprise[], month: Month): number =>
  members.filter(({ aboveScaleFrom: from, aboveScaleUntil: until }) => isWithin(month, from, until)).length

/** Enterprises listed on the last day of the month; not any more on the day of delisting (measures.md, "listed"). */
export function countListed(members: readonly Enterprise[], month: Month): number {
  const day = lastDayOf(month)
  return members.filter(
    ({ listedOn, delistedOn }) => listedOn !== null && listedOn <= day && (delistedOn === null || delistedOn > day),
  ).length
}

/** Distinct enterprises that hold the title on the last day of the month (measures.md, "title:NAME"). */
export function countTitled(members: readonly Enterprise[], titles: Plan['titles'], name: TitleName, month: Month): number {
  const day = lastDayOf(month)
  const holders = new Set(
    titles
      .filter(({ title, grantedOn, expiresOn }) => title === name && isWithin(day, grantedOn, expiresOn))
      .map(({ enterprise }) => enterprise),
  )
  return members.filter(({ id }) => holders.has(id)).length
}

/** From the first to the last, both inclusive; a blank first is never within, a blank last is open. */
const isWithin = <T extends number | string>(at: T, from: T | null, until: T | null): boolean =>
  from !== null && from <= at && (until === null || until >= at)
