import type { Sources } from '../spreadsheet.ts'
import { checkPreconditions, type Preconditions } from './preconditions.ts'

/** One stored object with its content. */
export interface StoredBlob {
  readonly name: string
  readonly content: Buffer
  readonly contentType: string
  readonly metadata: Readonly<Record<string, string>> | undefined
  readonly generation: string
  readonly metageneration: string
  readonly timeCreated: string
}

export interface NewBlob {
  readonly name: string
  readonly content: Buffer
  readonly contentType: string
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

/** A bucket of Cloud Storage that keeps versions, as the product's own does: a write or removal leaves the old one behind. */
export class Bucket {
  readonly name: string
  readonly #now: () => number
  readonly #blobs = new Map<string, StoredBlob>()
  /** Noncurrent versions by name, oldest first. */
  readonly #replaced = new Map<string, StoredBlob[]>()
  /** The highest generation ever given; none is given twice, even to an object deleted and made anew. */
  lastGeneration = 0

  constructor(name: string, now: () => number) {
    this.name = name
    this.#now = now
  }

  get all(): StoredBlob[] {
    return [...this.#blobs.values()]
  }

  get(name: string): StoredBlob | undefined {
    return this.#blobs.get(name)
  }

  /** All versions of that name, oldest first. */
  versions(name: string): StoredBlob[] {
    const current = this.#blobs.get(name)
    return [...(this.#replaced.get(name) ?? []), ...(current ? [current] : [])]
  }

  /** Those whose name begins so, ordered by the UTF-8 of their names as Google does. */
  list(prefix: string): StoredBlob[] {
    return this.all
      .filter(({ name }) => name.startsWith(prefix))
      .sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)))
  }

  /** Stores the object; 412 when a precondition doesn't hold. */
  insert(blob: NewBlob, preconditions: Preconditions): StoredBlob {
    checkPreconditions(this.#blobs.get(blob.name), preconditions)
    this.#replaced.set(blob.name, this.versions(blob.name))
    // Google's generations are microseconds since 1970; here the clock of a test may stand still.
    this.lastGeneration = Math.max(this.#now() * 1000, this.lastGeneration + 1)
    const generation = String(this.lastGeneration)
    return this.put({
      ...blob,
      metadata: blob.metadata,
      generation,
      metageneration: '1',
      timeCreated: new Date(this.#now()).toISOString(),
    })
  }

  /** Takes an object in as it is, such as one that was saved. */
  put(blob: StoredBlob): StoredBlob {
    this.lastGeneration = Math.max(this.lastGeneration, Number(blob.generation))
    this.#blobs.set(blob.name, blob)
    return blob
  }

  /** Whether there was one to delete; 412 when a precondition doesn't hold. */
  delete(name: string, preconditions: Preconditions): boolean {
    const found = this.#blobs.get(name)
    if (found) checkPreconditions(found, preconditions)
    this.#replaced.set(name, this.versions(name))
    return this.#blobs.delete(name)
  }
}

/** All buckets. They are made on purpose, by an option or an admin call: one that isn't there answers 404, as Google's does. */
export class Buckets {
  readonly #sources: Sources
  readonly #buckets = new Map<string, Bucket>()

  constructor(sources: Sources) {
    this.#sources = sources
  }

  get all(): Bucket[] {
    return [...this.#buckets.values()]
  }

  get(name: string): Bucket | undefined {
    return this.#buckets.get(name)
  }

  /** The bucket of that name, made when there is none. */
  create(name: string): Bucket {
    const bucket = this.#buckets.get(name) ?? new Bucket(name, this.#sources.now)
    this.#buckets.set(name, bucket)
    return bucket
  }
}
