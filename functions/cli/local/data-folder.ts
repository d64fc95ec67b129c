import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../shared/errors.ts'

/** The folder that keeps everything of a local Tallysheet, held by one process at a time. */
export interface DataFolder {
  /** A path within it. */
  path(...names: string[]): string
  release(): void
}

/** Takes the folder; refused while another process that is alive holds it. */
export function takeDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    throw new Failure('unusable-folder', { folder }, { cause: thrown })
  }
  const lock = join(folder, 'lock')
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return { path: (...names) => join(folder, ...names), release: () => rmSync(lock, { force: true }) }
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw new Failure('unusable-folder', { folder }, { cause: thrown })
      if (isAlive(Number(readFileSync(lock, 'utf8')))) throw new Failure('in-use', { folder })
      rmSync(lock, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
