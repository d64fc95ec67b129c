import { noSuchBucket, noSuchObject } from '../errors.ts'
import type { Call } from '../http/route.ts'
import type { Bucket, StoredBlob } from './buckets.ts'

/** The bucket; 404 when there is none of that name. */
export function bucketFor({ buckets }: Call, name: string): Bucket {
  const bucket = buckets.get(name)
  if (!bucket) throw noSuchBucket()
  return bucket
}

/** The object, or that generation of it, noncurrent too, where `generation` is asked for; 404 otherwise. */
export function objectFor(call: Call, bucketName: string, name: string): StoredBlob {
  const bucket = bucketFor(call, bucketName)
  const generation = call.request.query.get('generation')
  const found = generation === null ? bucket.get(name) : bucket.versions(name).find((blob) => blob.generation === generation)
  if (!found) {
    throw noSuchObject(`${bucketName}/${name}${generation === null ? '' : `#${generation}`}`)
  }
  return found
}
