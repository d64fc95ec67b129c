import type { MailTexts } from '../mail-texts.ts'

export const mailEn: MailTexts = {
  kind: { digest: 'Digest', reminder: 'Reminder' },
  state: {
    planned: 'Waiting',
    claimed: 'Being sent',
    drafted: 'Being sent',
    sent: 'Sent',
    rejected: 'Refused',
    'needs-decision': 'Please decide',
    waived: 'Not to be sent',
    skipped: 'Not sent',
  },
  reason: {
    abandoned:
      'A run was cut off while sending; nobody can tell whether this arrived. Ask the recipient, then have it sent again or waived',
    'connection-lost':
      'The connection broke while sending; nobody can tell whether this arrived. Ask the recipient, then have it sent again or waived',
    older: 'an earlier digest told a later period',
    'nothing-to-say': 'there is nothing left to remind of',
    'unusable-address': 'the address can not be used: correct it',
    unchanged: 'Nothing changed since the last digest',
    late: 'A newer one was due',
    inactive: 'The recipient was switched off or removed',
    'not-due': 'No longer needed: reported, accepted, or the contact changed',
    waived: 'Decided by the bureau',
    erased: 'The address was erased',
    resend: 'Will be sent again, as decided',
    quota: "The provider's limit was reached; goes on by itself",
    unavailable: 'The provider could not be reached; goes on by itself',
    'sign-in': 'Signing in to the provider failed; the operator has to act',
    sent: '',
  },
  erased: '(erased)',
  nothingSent: 'Only a look: nothing was sent. Add --send to send.',
  outcome: ({ planned, sent, rejected, waiting, needsDecision }, stopped) =>
    `${planned} due: ${sent} sent, ${rejected} refused, ${waiting} waiting, ${needsDecision} for a person to decide.${stopped === null ? '' : ` Sending stopped (${stopped}).`}`,
  stage: { before: 'due soon', at: 'due', after: 'overdue', problem: 'rows that do not count:' },
  unreachable: (names) => `No usable address, so call them: ${names.join('; ')}`,
  empty: 'Nothing is open in the outbox.',
  changed: (count, left) => `${count} changed.${left > 0 ? ` ${left} are just being sent: run it again later.` : ''}`,
  inMailbox: (count) => (count === 1 ? '1 mail' : `${count} mails`),
}
