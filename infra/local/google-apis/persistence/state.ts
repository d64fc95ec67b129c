import { join } from 'node:path'
import type { Files } from '../drive/files.ts'
import type { Mailboxes } from '../gmail/mailboxes.ts'
import type { Buckets } from '../storage/buckets.ts'
import { loadBuckets, saveBuckets } from './buckets.ts'
import { loadFiles, saveFiles } from './files.ts'
import { loadMailboxes, saveMailboxes } from './mailboxes.ts'

/** All that the emulator keeps from one start to the next. */
export interface SavedState {
  readonly files: Files
  readonly buckets: Buckets
  readonly mailboxes: Mailboxes
}

/** Files go into the folder itself, buckets and mailboxes into folders in it. */
export async function saveState({ files, buckets, mailboxes }: SavedState, folder: string): Promise<void> {
  await saveFiles(files, folder)
  await saveBuckets(buckets, join(folder, 'buckets'))
  await saveMailboxes(mailboxes, join(folder, 'mailboxes'))
}

export async function loadState({ files, buckets, mailboxes }: SavedState, folder: string): Promise<void> {
  await loadFiles(files, folder)
  await loadBuckets(buckets, join(folder, 'buckets'))
  await loadMailboxes(mailboxes, join(folder, 'mailboxes'))
}
