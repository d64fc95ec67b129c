import type { IncomingMessage } from 'node:http'
import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import { type IdentityOptions, openIdentityCheck } from '../../shared/google/identity.ts'
import type { Caller, Role } from './call.ts'

/** Who calls where callers aren't checked: on the developer's own machine, where the server listens to nobody else. */
const LOCAL: Caller = { email: 'local', roles: ['administrator'] }

const ROLES: readonly Role[] = ['scheduler', 'staff', 'administrator']

/**
 * Who calls: `unauthenticated` without a good token, `not-allowed` where the address is on no list or has none of the roles that may
 * (security.md S01-S05).
 */
export function openCallerCheck(
  config: Pick<Config, 'audience' | 'callers' | 'front' | 'keysUrl'>,
  now: IdentityOptions['now'],
): (request: IncomingMessage, may: readonly Role[]) => Promise<Caller> {
  if (config.audience.length === 0) return async () => LOCAL
  const identify = openIdentityCheck({ ...config, now })
  return async ({ headers }, may) => {
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(headers.authorization ?? '') ?? []
    if (!token) throw new Failure('unauthenticated')
    const { email, signatureChecked } = await identify(token)
    // A token whose signature only Cloud Run has seen is good for the schedule, which can send no other: should the service ever be
    // opened to everyone by mistake, a made-up one could then start a run and nothing else.
    const roles = ROLES.filter((role) => config.callers[role].includes(email) && (signatureChecked || role === 'scheduler'))
    if (!signatureChecked && roles.length === 0) throw new Failure('unauthenticated')
    if (!roles.some((role) => may.includes(role))) throw new Failure('not-allowed')
    return { email, roles }
  }
}
