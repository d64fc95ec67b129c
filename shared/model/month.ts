/** A calendar month, counted from January of year 0: `year * 12 + (month - 1)`. Differences are months, order is time. */
export type Month = number

/** The month `monthOfYear` (1 to 12) of `year`. */
export const monthOf = (year: number, monthOfYear: number): Month => year * 12 + monthOfYear - 1

/** The calendar year that a month lies in. */
export const yearOf = (month: Month): number => Math.floor(month / 12)

/** 1 for January to 12 for December. */
export const monthOfYear = (month: Month): number => (month % 12) + 1

/** January of the month's year. */
export const januaryOf = (month: Month): Month => month - (month % 12)

/** December of the month's year. */
export const decemberOf = (month: Month): Month => januaryOf(month) + 11

/** `YYYY-MM`. */
export const formatMonth = (month: Month): string =>
  `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}`

/** Reads exactly `YYYY-MM`, else undefined. */
export function parseMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return match ? monthOf(Number(match[1]), Number(match[2])) : undefined
}
