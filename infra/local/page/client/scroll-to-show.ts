import { type Box, GUTTER, HEAD } from './grid-geometry.ts'

/** What of an element that scrolls is needed; an element itself will do. */
interface Scrolled {
  scrollTop: number
  scrollLeft: number
  clientHeight: number
  clientWidth: number
}

/**
 * How far the table has to be scrolled for the box to be seen, in pixels: not at all where it is, and no farther than needed. Row
 * numbers, column letters and frozen rows cover part of the view; a box in a frozen row is always seen from top to bottom.
 */
export function scrollToShow(box: Box, now: Scrolled, frozenHeight: number, isFrozen: boolean): { top: number; left: number } {
  return { top: isFrozen ? now.scrollTop : topFor(box, now, HEAD + frozenHeight), left: leftFor(box, now) }
}

function topFor({ top, height }: Box, { scrollTop, clientHeight }: Scrolled, covered: number): number {
  if (top < scrollTop + covered) return top - covered
  return Math.max(scrollTop, top + height - clientHeight)
}

/** A box wider than the view is shown from its beginning. */
function leftFor({ left, width }: Box, { scrollLeft, clientWidth }: Scrolled): number {
  if (left < scrollLeft + GUTTER) return left - GUTTER
  return left + width > scrollLeft + clientWidth ? Math.min(left - GUTTER, left + width - clientWidth) : scrollLeft
}
