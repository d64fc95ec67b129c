import type { IncomingMessage } from 'node:http'

/**
 * Why a request is refused, or null. The page is meant for browsers on this machine that were sent here by nobody else: a name that
 * points at 127.0.0.1 (DNS rebinding) shows in Host, a page of another origin in Origin or Sec-Fetch-Site.
 */
export function refusalOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return 'Open the page at its address on this machine.'
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${headers.host}`) return 'Not from a page of another origin.'
  const site = headers['sec-fetch-site']
  const changes = method !== 'GET' && method !== 'HEAD'
  if (changes && site !== undefined && site !== 'same-origin') return 'Not from a page of another origin.'
  // A browser tells at least one of the two.
  if (changes && origin === undefined && site === undefined) return 'Changes are taken from the page only.'
  return null
}

/** Nothing from elsewhere, no script but the page's own, no inline style in markup; React sets styles through the object model. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A mail may bring its own styles and pictures within it, and nothing else. */
export const MAIL_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const
