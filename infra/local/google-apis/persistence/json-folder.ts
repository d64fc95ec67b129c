import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const isText = (value: unknown): value is AsyncIterable<string> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/**
 * Writes every value as NAME.json, first beside its place and then into it, and takes away those that are no more. Names must be
 * fit for file names. A value may be its own JSON, a part at a time.
 */
export async function saveJsonFolder(folder: string, values: ReadonlyMap<string, unknown>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, value] of values) {
    const place = join(folder, `${name}.json`)
    await writeFile(`${place}.new`, isText(value) ? value : JSON.stringify(value), { flush: true })
    await rename(`${place}.new`, place)
  }
  for (const file of await readdir(folder)) {
    if (file.endsWith('.json') && !values.has(file.slice(0, -'.json'.length))) await rm(join(folder, file))
  }
}

/** The values of a folder that was saved so; none when there is no such folder. */
export async function loadJsonFolder(folder: string): Promise<unknown[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const texts = files.filter((file) => file.endsWith('.json')).map((file) => readFile(join(folder, file), 'utf8'))
  return (await Promise.all(texts)).map((text) => JSON.parse(text))
}
