import { notImplemented } from '../errors.ts'
import type { GmailMessage } from './mailbox.ts'
import { headerOf, splitHeaders } from './mime.ts'

type Test = (message: GmailMessage) => boolean

const TERM = /(?:([\w-]+):)?(?:"([^"]*)"|(\S+))/g

/**
 * A test for messages by Gmail's search: the terms that tests of ours need, all of which must hold. Headers other than these can't
 * be searched: what looks like such a term is a search in the text for Gmail, and finds nothing.
 */
export function messageQuery(text: string): Test {
  const tests = [...text.matchAll(TERM)].map(([, operator, quoted, plain]) =>
    termTest(operator?.toLowerCase(), quoted ?? plain ?? ''),
  )
  return (message) => tests.every((test) => test(message))
}

function termTest(operator: string | undefined, wanted: string): Test {
  switch (operator) {
    case undefined:
      throw notImplemented('searching the text of mails')
    case 'rfc822msgid': {
      const id = wanted.replace(/^<|>$/g, '')
      return ({ raw }) => headerOf(splitHeaders(raw).headers, 'Message-ID')?.replace(/^<|>$/g, '') === id
    }
    case 'in':
    case 'is':
    case 'label': {
      const label = wanted.toUpperCase().replace(/^DRAFTS$/, 'DRAFT')
      return ({ labelIds }) => labelIds.includes(label) || label === 'ANYWHERE'
    }
    case 'to':
    case 'from':
    case 'subject':
      return ({ raw }) => (headerOf(splitHeaders(raw).headers, operator) ?? '').toLowerCase().includes(wanted.toLowerCase())
    default:
      return () => false
  }
}
