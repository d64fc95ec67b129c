import type { CallKind } from './http/route.ts'

/** Which calls are meant: `read`, `write`, `any`, or a regular expression on `METHOD /path`. */
export interface CallSelector {
  readonly on?: CallKind | 'any' | { readonly pattern: string } | undefined
  /** The first call that counts, from 1. */
  readonly nth?: number | undefined
  /** How many calls from there on; 1 unless told otherwise. */
  readonly times?: number | 'forever' | undefined
}

/** A call as selectors see it. */
export interface SeenCall {
  readonly kind: CallKind
  readonly line: string
}

/** Counts the calls that a selector means; gives whether each is one that it picks. */
export function callCounter(selector: CallSelector): (call: SeenCall) => boolean {
  const { on = 'any', nth = 1, times = 1 } = selector
  const pattern = typeof on === 'object' ? new RegExp(on.pattern) : undefined
  let seen = 0
  return ({ kind, line }) => {
    if (pattern ? !pattern.test(line) : on !== 'any' && on !== kind) return false
    seen++
    return seen >= nth && (times === 'forever' || seen < nth + times)
  }
}
