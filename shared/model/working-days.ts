import chineseDays from 'chinese-days'
import { DateTime } from 'luxon'
import type { Day } from './day.ts'

/**
 * Is the day a working day in China? For years whose arrangement the State Council has published (and the package knows) with all
 * exchanged weekends; for other years by the weekend and the holidays that the law fixes (全国年节及纪念日放假办法, as of 2025), because the
 * package takes every weekday of such a year for a working day, National Day included.
 */
export function isWorkingDay(day: Day): boolean {
  const isWeekday = utc(day).weekday <= 5
  if (!isArranged(Number(day.slice(0, 4)))) return isWeekday && !isHolidayByLaw(day)
  // The package tells weekdays by the time zone of the machine, arranged days (whose names have parts) by the text alone.
  const { name, work } = chineseDays.getDayDetail(day)
  return name.includes(',') ? work : isWeekday
}

/** The day itself if it is a working day, else the next one. */
export function nextWorkingDay(day: Day): Day {
  let next = utc(day)
  while (!isWorkingDay(next.toISODate()!)) next = next.plus({ days: 1 })
  return next.toISODate()!
}

const arranged = new Map<number, boolean>()

/** Does the package know the year's arrangement? It is published in the autumn before. */
export function isArranged(year: number): boolean {
  const known = arranged.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0
  arranged.set(year, known)
  return known
}

const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
/** The first three days of the year, Dragon Boat and Mid-Autumn, as month-day of the lunar calendar. */
const LUNAR = ['1-1', '1-2', '1-3', '5-5', '8-15']

function isHolidayByLaw(day: Day): boolean {
  const date = utc(day)
  return (
    FIXED.includes(day.slice(5)) ||
    LUNAR.includes(lunarDay(date)) ||
    lunarDay(date.plus({ days: 1 })) === '1-1' ||
    day.slice(5) === `04-0${dayOfClearBright(date.year)}`
  )
}

/** From the day to the lunar one: of the package's functions this is the one that doesn't depend on the machine's time zone. */
function lunarDay(date: DateTime): string {
  const { lunarMon, lunarDay: day, isLeap } = chineseDays.getLunarDate(date.toISODate()!)
  return isLeap ? '' : `${lunarMon}-${day}`
}

/** Clear and Bright falls on 4 or 5 April; the usual rule of thumb for this century. */
const dayOfClearBright = (year: number): number => Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)

const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' })
