import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import type { GoogleAccess } from './sign-in.ts'
import { GarbledAnswer, statusOf } from './trouble.ts'

/** Our header; Gmail can search for no header but its own few, so messages are looked at one by one. */
const KEY_HEADER = 'X-Tallysheet-Key'

/** As many as are looked at, newest first; five units of quota each, of 15,000 a minute and user. */
const MOST_DRAFTS = 200
const MOST_SENT = 1000

const AT_ONCE = 10

/** The calls of Gmail that the door makes, each once: no call here is repeated. `userId` is always the signed-in user. */
export function openMailbox(access: GoogleAccess, timeoutMs: number) {
  const { users } = new gmail_v1.Gmail(access)
  const once = { retry: false, timeout: timeoutMs }
  const userId = 'me'
  /** Keys of sent messages by id; '' for one of somebody else's. Neither ever changes. */
  const sentKeys = new Map<string, string>()

  const createDraft = async (mime: Uint8Array): Promise<string> => {
    const requestBody = { message: { raw: base64Url(mime) } }
    const { data } = await users.drafts.create({ userId, requestBody, fields: 'id' }, once)
    if (typeof data !== 'object' || !data?.id) throw new GarbledAnswer()
    return data.id
  }

  /** Gives the id of the sent message, which is another than that of the draft. */
  const sendDraft = async (id: string): Promise<string> => {
    const { data } = await users.drafts.send({ userId, requestBody: { id }, fields: 'id' }, once)
    if (typeof data !== 'object' || !data?.id) throw new GarbledAnswer()
    return data.id
  }

  const draft = async (id: string, format: 'minimal' | 'metadata'): Promise<gmail_v1.Schema$Draft | null> => {
    try {
      const { data } = await users.drafts.get({ userId, id, format }, once)
      if (typeof data !== 'object' || data?.id !== id) throw new GarbledAnswer()
      return data
    } catch (thrown) {
      if (statusOf(thrown) === 404) return null
      throw thrown
    }
  }

  /** Ids of the newest drafts that are ours, by key. */
  const draftsByKey = async (): Promise<Map<string, string>> => {
    const { data } = await users.drafts.list({ userId, maxResults: MOST_DRAFTS }, once)
    if (typeof data !== 'object' || data?.resultSizeEstimate === undefined) throw new GarbledAnswer()
    const found = new Map<string, string>()
    await eachOf(data.drafts ?? [], async ({ id }) => {
      const key = id && keyOf((await draft(id, 'metadata'))?.message)
      if (id && key) found.set(key, id)
    })
    return found
  }

  /** Whether a message with that key stands among the newest of Sent. */
  const isSent = async (key: string): Promise<boolean> => {
    let seen = 0
    let pageToken: string | undefined
    do {
      const asked = { userId, labelIds: ['SENT'], maxResults: 100 }
      const { data } = await users.messages.list({ ...asked, ...(pageToken ? { pageToken } : {}) }, once)
      if (typeof data !== 'object' || data?.resultSizeEstimate === undefined) throw new GarbledAnswer()
      const ids = (data.messages ?? []).flatMap(({ id }) => (id ? [id] : []))
      await eachOf(ids, async (id) => void sentKeys.set(id, sentKeys.get(id) ?? (await sentKey(id))))
      if (ids.some((id) => sentKeys.get(id) === key)) return true
      seen += ids.length
      pageToken = data.nextPageToken ?? undefined
    } while (pageToken && seen < MOST_SENT)
    return false
  }

  const sentKey = async (id: string): Promise<string> => {
    const { data } = await users.messages.get({ userId, id, format: 'metadata', metadataHeaders: [KEY_HEADER] }, once)
    if (typeof data !== 'object' || data?.id !== id) throw new GarbledAnswer()
    return keyOf(data) ?? ''
  }

  return { createDraft, sendDraft, draft, draftsByKey, isSent }
}

const keyOf = (message: gmail_v1.Schema$Message | undefined): string | undefined =>
  message?.payload?.headers?.find(({ name }) => name?.toLowerCase() === KEY_HEADER.toLowerCase())?.value ?? undefined

/** A few at a time. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE) await Promise.all(all.slice(start, start + AT_ONCE).map(work))
}

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
