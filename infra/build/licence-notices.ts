import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { packagesOf } from './packages-inside.ts'

/** The licences of all packages that went into the bundles, name and version before each text; a package without a file states its name. */
export function licenceNotices(root: string, metafile: Metafile): string {
  return packagesOf(Object.keys(metafile.inputs))
    .map((folder) => noticeOf(join(root, folder)))
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').trim())
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`
}

/** Of the package and, where it keeps them in a folder, of what it took in itself. */
const licenceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(licen[cs]e|notice|copying)/i.test(name))
    .flatMap((entry) => (entry.isDirectory() ? licenceFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
