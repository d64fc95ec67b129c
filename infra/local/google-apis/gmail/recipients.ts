import { gmailError } from '../errors.ts'
import { headerOf, splitHeaders } from './mime.ts'

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/

/** Throws 400, as Gmail does on sending, when nobody is addressed or an address can't be one. */
export function checkRecipients(raw: Buffer): void {
  const { headers } = splitHeaders(raw)
  let found = 0
  for (const name of ['To', 'Cc', 'Bcc']) {
    for (const entry of entriesOf(headerOf(headers, name) ?? '')) {
      found++
      const address = /<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry
      if (!ADDRESS.test(address.trim())) throw gmailError(400, 'invalidArgument', `Invalid ${name} header`)
    }
  }
  if (found === 0) throw gmailError(400, 'invalidArgument', 'Recipient address required')
}

/** The entries of an address list; a comma inside a quoted name divides nothing. */
function entriesOf(list: string): string[] {
  return (list.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? []).map((entry) => entry.trim()).filter((entry) => entry !== '')
}
