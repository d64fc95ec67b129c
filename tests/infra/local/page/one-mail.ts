import type { MailLine } from '../../../../infra/local/page/protocol.ts'
import type { MailboxView } from '../../../../infra/local/page/server/mailbox-view.ts'

/** A mailbox with one mail in it. */
export const mailboxWith = (content: Awaited<ReturnType<MailboxView['mail']>>, line: Partial<MailLine> = {}): MailboxView => ({
  mails: async () => [
    {
      id: '1',
      from: 'p@example.test',
      to: 'o@example.test',
      subject: 'Progress',
      at: '2025-12-20T01:00:00Z',
      key: 'digest',
      ...line,
    },
  ],
  mail: async () => content,
})
