import { type CallSelector, callCounter, type SeenCall } from './call-matcher.ts'

/** What happens to a call instead of, before or after being answered. */
export type Effect =
  /** Waits, then goes on. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Refuses with 429, 500, 502, 503 and the like before anything is applied; `reason` is what Storage and Gmail name it. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly reason?: string }
  /** Cuts the connection before anything is applied. */
  | { readonly kind: 'reset' }
  /** Applies the call, then cuts the connection without an answer. */
  | { readonly kind: 'lost' }
  /** Applies the call, sends half of the answer, cuts the connection. */
  | { readonly kind: 'cut' }
  /** Answers 200 with a web page, applying nothing. */
  | { readonly kind: 'html' }
  /** Answers 200 with nothing in it, applying nothing. */
  | { readonly kind: 'empty' }
  /** Applies the call and sends the answer in small pieces. */
  | { readonly kind: 'drip'; readonly ms: number; readonly bytes?: number }

export interface FaultRule extends CallSelector {
  readonly effect: Effect
}

interface Armed {
  readonly id: number
  readonly rule: FaultRule
  readonly picks: (call: SeenCall) => boolean
}

/** The faults that are armed. */
export class Faults {
  #armed: Armed[] = []
  #nextId = 1

  /** Arms a rule; its count of calls starts now. Gives an id to disarm it by. */
  add(rule: FaultRule): number {
    const id = this.#nextId++
    this.#armed.push({ id, rule, picks: callCounter(rule) })
    return id
  }

  remove(id: number): void {
    this.#armed = this.#armed.filter((armed) => armed.id !== id)
  }

  clear(): void {
    this.#armed = []
  }

  list(): { id: number; rule: FaultRule }[] {
    return this.#armed.map(({ id, rule }) => ({ id, rule }))
  }

  /** Effects on this call, in the order armed; all rules count it. */
  effectsOn(call: SeenCall): Effect[] {
    return this.#armed.flatMap(({ rule, picks }) => (picks(call) ? [rule.effect] : []))
  }
}
