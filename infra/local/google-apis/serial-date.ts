const DAY_MS = 86_400_000
const EPOCH_MS = Date.UTC(1899, 11, 30)

/** A day and time without zone, from a serial number that counts days since 1899-12-30. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

export function civilTime(serial: number): CivilTime {
  const date = new Date(EPOCH_MS + Math.round(serial * DAY_MS))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}

/** Serial of a day; undefined when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return (ms - EPOCH_MS) / DAY_MS
}

/** The moment as a serial number, as clocks in the zone show it; an unknown zone is read as UTC. */
export function serialNow(now: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(now)
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value)
  const ms = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return (ms - EPOCH_MS) / DAY_MS
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  try {
    return new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', timeZone: 'UTC' })
  }
}
