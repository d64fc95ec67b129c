import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool'
import { isLoopbackHost, type SmtpSettings } from './smtp-settings.ts'

/** How much at once, and how long to wait. */
export interface SmtpLimits {
  connections: number
  /** From the look-up of the host to the end of the TLS handshake. */
  connectTimeoutMs: number
  greetingTimeoutMs: number
  /** Of silence. */
  socketTimeoutMs: number
  /** From MAIL to the last reply, however busy the connection is. */
  messageTimeoutMs: number
}

/** Servers may think for minutes about the final dot (RFC 5321, 4.5.3.2.6), and to stop waiting then means not to know. */
export const USUAL_LIMITS: SmtpLimits = {
  connections: 3,
  connectTimeoutMs: 20_000,
  greetingTimeoutMs: 20_000,
  socketTimeoutMs: 150_000,
  messageTimeoutMs: 240_000,
}

/** Nodemailer's options for a pool that sends nothing twice, and nothing in the clear but on this machine. */
export function transportOptions(settings: SmtpSettings, limits: SmtpLimits): SMTPPoolOptions & { pool: true } {
  const { host, port, secure, user, password, certificateAuthority } = settings
  return {
    pool: true,
    host,
    port,
    secure,
    requireTLS: !secure && !isLoopbackHost(host),
    tls: { minVersion: 'TLSv1.2', ...(certificateAuthority !== undefined && { ca: certificateAuthority }) },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    // A server that doesn't offer a sign-in would otherwise be used without one.
    forceAuth: user !== null,
    maxConnections: limits.connections,
    // By default the pool sends a message again, up to five times, when its connection was closed.
    maxRequeues: 0,
    connectionTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.greetingTimeoutMs,
    socketTimeout: limits.socketTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
