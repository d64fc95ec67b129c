import type { Bucket, Buckets, StoredBlob } from '../storage/buckets.ts'
import { loadJsonFolder, saveJsonFolder } from './json-folder.ts'

export async function saveBuckets(buckets: Buckets, folder: string): Promise<void> {
  await saveJsonFolder(folder, new Map(buckets.all.map((bucket) => [encodeURIComponent(bucket.name), dump(bucket)])))
}

export async function loadBuckets(buckets: Buckets, folder: string): Promise<void> {
  for (const saved of await loadJsonFolder(folder)) {
    const { name, lastGeneration, blobs } = saved as SavedBucket
    const bucket = buckets.create(name)
    bucket.lastGeneration = Math.max(bucket.lastGeneration, lastGeneration)
    for (const { content, ...blob } of blobs) bucket.put({ ...blob, content: Buffer.from(content, 'base64') })
  }
}

function dump({ name, lastGeneration, all }: Bucket) {
  const blobs = all.map(({ content, ...blob }): SavedBlob => ({ ...blob, content: content.toString('base64') }))
  return { name, lastGeneration, blobs }
}

type SavedBlob = Omit<StoredBlob, 'content'> & { content: string }
type SavedBucket = ReturnType<typeof dump>
