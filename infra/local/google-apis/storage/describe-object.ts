import { defined, type JsonObject } from '../json.ts'
import type { StoredBlob } from './buckets.ts'
import { crc32cBase64, md5Base64 } from './checksums.ts'

/** The resource of an object as the JSON API shows it. */
export function describeObject(bucket: string, blob: StoredBlob): JsonObject {
  const { name, content, contentType, metadata, generation, metageneration, timeCreated } = blob
  const self = `https://www.googleapis.com/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`
  const media = `https://storage.googleapis.com/download/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`
  return defined({
    kind: 'storage#object',
    id: `${bucket}/${name}/${generation}`,
    selfLink: self,
    mediaLink: `${media}?generation=${generation}&alt=media`,
    name,
    bucket,
    generation,
    metageneration,
    contentType,
    storageClass: 'STANDARD',
    size: String(content.length),
    md5Hash: md5Base64(content),
    crc32c: crc32cBase64(content),
    etag: etagOf(blob),
    timeCreated,
    updated: timeCreated,
    timeStorageClassUpdated: timeCreated,
    timeFinalized: timeCreated,
    metadata,
  })
}

/** What goes with the content itself. */
export function mediaHeaders(blob: StoredBlob): Record<string, string> {
  return {
    etag: etagOf(blob),
    'last-modified': new Date(blob.timeCreated).toUTCString(),
    'x-goog-generation': blob.generation,
    'x-goog-metageneration': blob.metageneration,
    'x-goog-hash': `crc32c=${crc32cBase64(blob.content)},md5=${md5Base64(blob.content)}`,
    'x-goog-storage-class': 'STANDARD',
    'x-goog-stored-content-encoding': 'identity',
    'x-goog-stored-content-length': String(blob.content.length),
  }
}

function etagOf({ generation, metageneration }: StoredBlob): string {
  return Buffer.from(`${generation}/${metageneration}`).toString('base64')
}
