/** How many other rows a message names: a tab full of one row must not make every message a list of the tab. */
const MOST_NAMED = 20

/** The numbers of the rows of a group but the own one, e.g. `5, 9`; beyond twenty an ellipsis. */
export function otherRows<T extends { row: number }>(group: readonly T[], own: T | null): string {
  const others = group.slice(0, MOST_NAMED + 1).filter((other) => other !== own)
  const named = others.slice(0, MOST_NAMED).map(({ row }) => row)
  return `${named.join(', ')}${group.length > MOST_NAMED + 1 ? ' …' : ''}`
}
