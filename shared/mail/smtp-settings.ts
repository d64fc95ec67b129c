import { Failure } from '../errors.ts'

/** How to reach the server that takes our mails. */
export interface SmtpSettings {
  host: string
  port: number
  /** TLS from the first byte (port 465); otherwise it begins with STARTTLS, and nothing is sent without. */
  secure: boolean
  /** Null where the server wants no sign-in. */
  user: string | null
  password: string | null
  /** A certificate authority to trust beside the known ones, in PEM. */
  certificateAuthority?: string
}

/** The variables that the settings come from, to be named in errors. */
const VARIABLES = { url: 'TALLYSHEET_SMTP_URL', password: 'TALLYSHEET_SMTP_PASSWORD' }

const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Does the server run on this machine, where mails may travel in the clear? */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host)

/**
 * Settings from `smtps://user@host:465` (TLS at once) or `smtp://user@host:587` (STARTTLS) and a password that stands apart.
 * Throws Failure `bad-configuration` that names the variables at fault, never their values.
 */
export function parseSmtpSettings(url: string, password: string | undefined): SmtpSettings {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const user = parsed === null ? null : decoded(parsed.username)
  const bad = new Set<string>()
  if (parsed === null || user === null || !isServer(parsed)) bad.add(VARIABLES.url)
  if (Boolean(user) !== Boolean(password)) bad.add(user ? VARIABLES.password : VARIABLES.url)
  if (parsed === null || bad.size > 0) throw new Failure('bad-configuration', { variables: [...bad].join(', ') })
  const secure = parsed.protocol === 'smtps:'
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, '').toLowerCase(),
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    user: user || null,
    password: password || null,
  }
}

/** Nothing but scheme, user, host and port; a password in the address would end up in lists of processes and settings. */
const isServer = ({ protocol, hostname, password, pathname, search, hash }: URL): boolean =>
  /^smtps?:$/.test(protocol) && HOST.test(hostname) && !password && /^\/?$/.test(pathname) && !search && !hash

function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text)
    return /\p{Cc}/u.test(plain) ? null : plain
  } catch {
    return null
  }
}
