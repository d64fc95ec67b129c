import { domainToASCII } from 'node:url'
import { Failure } from '../errors.ts'

/** A dot-atom (RFC 5322, 3.2.3) in ASCII: no quoted local part, no comment; other letters would need SMTPUTF8, which few servers offer. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/** Only these are handed to the IDNA mapping: it would take percent signs and other signs for something else. */
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** The header that an address was meant for; told to people instead of the address. */
export type AddressHeader = 'From' | 'To' | 'Reply-To' | 'List-Unsubscribe'

/**
 * The one address that a text is, its domain in ASCII (punycode). Throws Failure `unusable-address` when the text is anything else:
 * two addresses, a group, a name with an address, a quoted local part, a comment, a line break (security.md S13, S14).
 */
export function oneAddress(text: string, header: AddressHeader): string {
  const [localPart = '', typed = '', ...more] = text.split('@')
  const domain = DOMAIN_AS_TYPED.test(typed) ? domainToASCII(typed) : ''
  const labels = domain.split('.')
  const usable =
    more.length === 0 &&
    localPart.length <= 64 &&
    LOCAL_PART.test(localPart) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    /[a-z]/.test(labels.at(-1)!) &&
    localPart.length + 1 + domain.length <= 254
  if (!usable) throw new Failure('unusable-address', { header })
  return `${localPart}@${domain}`
}
