/** A page of a list with the token of the next; `maxResults` is 100 unless asked for, and 500 at most. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams): { items: T[]; rest: { nextPageToken?: string } } {
  const size = Math.min(500, Math.max(1, Number(query.get('maxResults') ?? 100) || 100))
  const start = Number(query.get('pageToken') ?? 0) || 0
  const items = all.slice(start, start + size)
  return { items, rest: start + size < all.length ? { nextPageToken: String(start + size) } : {} }
}
