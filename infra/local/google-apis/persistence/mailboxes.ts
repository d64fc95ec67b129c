import type { GmailMessage, Mailbox } from '../gmail/mailbox.ts'
import type { Mailboxes } from '../gmail/mailboxes.ts'
import { loadJsonFolder, saveJsonFolder } from './json-folder.ts'

export async function saveMailboxes(mailboxes: Mailboxes, folder: string): Promise<void> {
  await saveJsonFolder(folder, new Map(mailboxes.all.map((mailbox) => [encodeURIComponent(mailbox.user), dump(mailbox)])))
}

export async function loadMailboxes(mailboxes: Mailboxes, folder: string): Promise<void> {
  for (const saved of await loadJsonFolder(folder)) {
    const { user, historyId, messages, drafts } = saved as SavedMailbox
    const mailbox = mailboxes.of(user)
    mailbox.historyId = historyId
    mailbox.messages = messages.map(revive)
    mailbox.drafts = drafts.map(({ id, message }) => ({ id, message: revive(message) }))
  }
}

function dump({ user, historyId, messages, drafts }: Mailbox) {
  return {
    user,
    historyId,
    messages: messages.map(dumpMessage),
    drafts: drafts.map(({ id, message }) => ({ id, message: dumpMessage(message) })),
  }
}

type SavedMailbox = ReturnType<typeof dump>

const dumpMessage = ({ raw, ...message }: GmailMessage) => ({ ...message, raw: raw.toString('base64') })

const revive = ({ raw, ...message }: ReturnType<typeof dumpMessage>): GmailMessage => ({
  ...message,
  raw: Buffer.from(raw, 'base64'),
})
