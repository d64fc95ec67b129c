import { conditionNotMet, storageError } from '../errors.ts'
import type { StoredBlob } from './buckets.ts'

/** What must hold of the object in place for a call to go on; generation '0' stands for no object. */
export interface Preconditions {
  readonly ifGenerationMatch?: string | undefined
  readonly ifGenerationNotMatch?: string | undefined
  readonly ifMetagenerationMatch?: string | undefined
}

export function preconditionsOf(query: URLSearchParams): Preconditions {
  const read = (name: string) => {
    const value = query.get(name) ?? undefined
    if (value !== undefined && !/^\d+$/.test(value)) throw storageError(400, 'invalid', `Invalid Value`)
    return value
  }
  return {
    ifGenerationMatch: read('ifGenerationMatch'),
    ifGenerationNotMatch: read('ifGenerationNotMatch'),
    ifMetagenerationMatch: read('ifMetagenerationMatch'),
  }
}

/** Throws 412 unless all of them hold. */
export function checkPreconditions(found: StoredBlob | undefined, asked: Preconditions): void {
  const generation = found?.generation ?? '0'
  const holds =
    (asked.ifGenerationMatch === undefined || asked.ifGenerationMatch === generation) &&
    (asked.ifGenerationNotMatch === undefined || asked.ifGenerationNotMatch !== generation) &&
    (asked.ifMetagenerationMatch === undefined || asked.ifMetagenerationMatch === found?.metageneration)
  if (!holds) throw conditionNotMet()
}
