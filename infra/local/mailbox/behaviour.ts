import { seededRandom } from '../../../shared/model/seeded-random.ts'

/** Where a session stands: connected, a command, the content coming in, or the final dot that asks to accept the message. */
export type Stage = 'CONNECT' | 'CONTENT' | 'MESSAGE' | Verb

export type Verb = 'EHLO' | 'HELO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'RSET' | 'NOOP' | 'QUIT'

interface Moment {
  readonly stage: Stage
  /** The address of the last RCPT of this message. */
  readonly recipient: string | null
  /** Connections count from 1. */
  readonly connection: number
  /** How often this stage was reached by now, on all connections, from 1. */
  readonly nth: number
}

/** What the server does at a moment other than what it should. */
export type Effect =
  /** Replies with this line instead of acting, for example `451 4.7.1 Greylisted`; after 421 it closes, as servers do. */
  | { readonly kind: 'answer'; readonly reply: string }
  /** Cuts the connection before it acts. */
  | { readonly kind: 'drop' }
  /** Acts, at MESSAGE it keeps the mail, and cuts the connection without a reply. */
  | { readonly kind: 'lost' }
  /** Waits, then acts. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Neither acts nor replies until the other side gives up. */
  | { readonly kind: 'silent' }

/** Decides at every moment; undefined lets the server do as it should. */
export type Behaviour = (moment: Moment) => Effect | undefined

/** Any of the effects at any moment, in a share of all moments; the same seed and the same calls give the same effects. */
export function randomBehaviour(seed: number, share: number, effects: readonly Effect[]): Behaviour {
  const random = seededRandom(seed)
  return () => (random() < share ? effects[Math.floor(random() * effects.length)] : undefined)
}
