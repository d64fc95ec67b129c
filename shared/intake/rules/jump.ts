import { type OrderRule, shown } from './rule.ts'

/**
 * The month's output differs beyond the threshold from last month's and from that of the same month last year: from every comparison that
 * exists and has a positive base. A negative month is the fall's to ask about.
 */
export const jump: OrderRule = ({ ownMonthYuan, monthBefore, yearBefore }, { settings }) => {
  if (ownMonthYuan === null || ownMonthYuan < 0) return null
  const lastMonth = positive(monthBefore?.ownMonthYuan)
  const lastYear = positive(yearBefore?.ownMonthYuan)
  if (lastMonth === null && lastYear === null) return null
  if (!isBeyond(ownMonthYuan, lastMonth, settings.jump) || !isBeyond(ownMonthYuan, lastYear, settings.jump)) return null
  return {
    rule: 'jump',
    column: 'outputYtd',
    facts: {
      value: shown(ownMonthYuan),
      ...(lastMonth !== null && { lastMonth: shown(lastMonth) }),
      ...(lastYear !== null && { lastYear: shown(lastYear) }),
    },
  }
}

const positive = (yuan: number | null | undefined): number | null =>
  yuan !== null && yuan !== undefined && yuan > 0 ? yuan : null

/** A comparison that doesn't exist clears nothing. The bound allows a relative 1e-9 (measures.md). */
const isBeyond = (value: number, base: number | null, threshold: number): boolean =>
  base === null || Math.abs(value - base) > base * threshold * (1 + 1e-9)
