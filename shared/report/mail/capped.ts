/** The first of a list, and how many more there are. */
export interface Capped<T> {
  shown: readonly T[]
  more: number
}

export const capped = <T>(list: readonly T[], most: number): Capped<T> => ({
  shown: list.slice(0, most),
  more: Math.max(0, list.length - most),
})

/** The same list with at most so many shown. */
export const shortened = <T>({ shown, more }: Capped<T>, most: number): Capped<T> => ({
  shown: shown.slice(0, most),
  more: more + Math.max(0, shown.length - most),
})
