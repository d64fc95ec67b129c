import { Failure } from '../errors.ts'
import type { Mail } from '../ports.ts'
import { oneAddress } from './one-address.ts'

/** A mailto with at most a plain subject, which is what mailboxes act on. */
const MAILTO = /^mailto:([^?]+)(\?subject=[\w.~%-]*)?$/

/**
 * The headers by which a mailbox offers to unsubscribe: List-Unsubscribe (RFC 2369), one-click only where the address is https
 * (RFC 8058, 3.1), and List-Id (RFC 2919). Throws Failure when an address can't stand in a header.
 */
export function unsubscribeHeaders({ unsubscribe, from }: Pick<Mail, 'unsubscribe' | 'from'>): Record<string, string> {
  if (!unsubscribe) return {}
  const url = unsubscribe.url === null ? null : webAddress(unsubscribe.url)
  const mailto = unsubscribe.mailto === null ? null : mailAddress(unsubscribe.mailto)
  const ways = [url, mailto].filter((way) => way !== null)
  if (ways.length === 0) return {}
  return {
    'List-Id': `<tallysheet.${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    ...(url?.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
}

/** An http address (a machine of one's own) is allowed, but mailboxes will only show it. */
function webAddress(text: string): string {
  const usable = URL.canParse(text) && /^https?:\/\/[\x21-\x7e]+$/.test(text) && !/[<>,"]/.test(text) && text.length <= 900
  if (!usable) throw new Failure('unusable-address', { header: 'List-Unsubscribe' })
  return text
}

function mailAddress(text: string): string {
  const [, address, subject = ''] = MAILTO.exec(text.startsWith('mailto:') ? text : `mailto:${text}`) ?? []
  if (address === undefined) throw new Failure('unusable-address', { header: 'List-Unsubscribe' })
  return `mailto:${oneAddress(address, 'List-Unsubscribe')}${subject}`
}
