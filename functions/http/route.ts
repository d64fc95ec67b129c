import type { Config } from '../../shared/config.ts'
import type { Answer } from './answer.ts'
import type { Call, Role } from './call.ts'

/** What a function does with a call that was let in. A Failure that it throws is answered and logged by its code. */
export type Handler = (call: Call, config: Config) => Promise<Answer>

/** One thing that a function does, and for whom. */
export interface Route {
  may: readonly Role[]
  handler: Handler
}
