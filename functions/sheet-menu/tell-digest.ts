import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { countOf, type Fields, fieldsOf, textsOf } from './answer-fields.ts'
import { plainText } from './plain-text.ts'

/** What became of the digest: the job counts the messages of the periods it worked on (shared/jobs/mail/run-mail.ts). */
export function tellDigest({ messages: field, periods, stopped, warning }: Fields, { digest }: MenuTexts): string[] {
  const messages = fieldsOf(field)
  const named = textsOf(periods)
  const reasons = [stopped, warning].map(plainText).filter((reason) => reason !== '')
  return [
    ...(messages.planned === 0 ? [digest.nothingDue] : [digest.periods(named)]),
    digest.messages(
      countOf(messages.sent),
      countOf(messages.waiting),
      countOf(messages.needsDecision),
      countOf(messages.rejected),
    ),
    ...(reasons.length > 0 ? [digest.stopped(reasons)] : []),
    digest.seeSent,
  ]
}
