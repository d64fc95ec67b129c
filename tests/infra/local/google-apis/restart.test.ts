import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGmailDoor } from '../../../../shared/google/gmail-door.ts'
import { openObjectStore } from '../../../../shared/google/object-store.ts'
import { signIn } from '../../../../shared/google/sign-in.ts'
import { mailTo } from '../../../shared/google/mails.ts'
import { madePacing } from '../../../support/made-pacing.ts'
import { startEmulator } from './emulator.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
})
afterAll(() => rm(folder, { recursive: true }))

const doors = (url: string) => {
  const access = signIn(url, true)
  const mimeOf = async () => Buffer.from('To: a@x.test\r\nX-Tallysheet-Key: k1\r\n\r\nbody \xff')
  return {
    store: openObjectStore({ access, bucket: 'outbox', pacing: madePacing() }),
    gmail: openGmailDoor({ access, pacing: madePacing(), mimeOf }),
  }
}

it('objects, their generations, drafts and sent mails outlive a restart', async () => {
  const mail = mailTo('a@x.test', 'k1')
  const other = mailTo('a@x.test', 'k2')
  const before = await startEmulator({ folder, buckets: ['outbox', 'empty'] })
  const first = doors(before.apis.url)
  await first.store.write('gone', 'x', '0')
  const kept = await first.store.write('kept', '县', '0')
  const last = await first.store.write('gone', 'y', (await first.store.read('gone'))!.generation)
  await first.store.remove('gone', last!.generation)
  const sentId = await first.gmail.prepare(mail)
  await first.gmail.send(mail, sentId)
  const draftId = await first.gmail.prepare(other)
  await before.apis.save()

  const after = await startEmulator({ folder, now: () => 0 })
  const second = doors(after.apis.url)
  expect(await second.store.read('kept')).toEqual(kept)
  expect(await second.store.list('')).toHaveLength(1)
  expect(after.apis.buckets.get('empty')?.all).toEqual([])
  // Even with a clock that went back, no generation comes again.
  expect(Number((await second.store.write('gone', 'z', '0'))!.generation)).toBeGreaterThan(Number(last!.generation))
  expect(await second.gmail.reconcile(mail, sentId)).toBe('sent')
  expect(await second.gmail.reconcile(other, draftId)).toBe('not-sent')
  expect(await second.gmail.send(other, draftId)).toMatchObject({ state: 'sent' })
  expect(after.apis.mailboxes.accepted).toHaveLength(2)
  expect(after.apis.state.get(before.id)?.spreadsheet.title).toBe('Test')
})
