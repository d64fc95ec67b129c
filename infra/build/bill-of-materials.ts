import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What package-lock.json says of a package. */
interface Locked {
  version: string
  license: string
  integrity: string
}

/**
 * What lies in dist for the image, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): each script with the SHA-256 of its file and the
 * packages that it holds or loads; each package with the licence and the SHA-512 of its archive by package-lock.json. The image's base, with
 * Node, isn't in it. It bears no time and no serial number: the same source gives the same document.
 */
export function billOfMaterials(root: string, contents: ReadonlyMap<string, readonly string[]>): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const folders = [...new Set([...contents.values()].flat())]
  const known = new Map(folders.map((folder) => [folder, packageOf(folder, packages[folder])]))
  const references = (of: readonly string[]) => [...new Set(of.map((folder) => known.get(folder)!['bom-ref']))].toSorted()
  const { name, version, license } = packages['']
  const itself = { type: 'application', 'bom-ref': name, name, version, licenses: [{ expression: license }] }
  const files = [...contents.keys()].toSorted()
  const byReference = new Map([...known.values()].map((each) => [each['bom-ref'], each]))
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: itself },
    components: [...files.map((file) => fileOf(root, file)), ...references(folders).map((each) => byReference.get(each)!)],
    dependencies: [
      { ref: name, dependsOn: files },
      ...files.map((file) => ({ ref: file, dependsOn: references(contents.get(file)!) })),
    ],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const fileOf = (root: string, file: string) => ({
  type: 'file',
  'bom-ref': file,
  name: file,
  hashes: [
    {
      alg: 'SHA-256',
      content: createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    },
  ],
})

/** The same package in two folders is one: it is named by its version (https://github.com/package-url/purl-spec). */
function packageOf(folder: string, locked: Locked | undefined) {
  if (!locked?.integrity.startsWith('sha512-') || !locked.license)
    throw new Error(`package-lock.json gives no SHA-512 or no licence of ${folder}`)
  const name = /.*node_modules\/(.*)$/.exec(folder)![1]!
  const purl = `pkg:npm/${name.replace('@', '%40')}@${locked.version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: locked.version,
    purl,
    licenses: [{ expression: locked.license }],
    hashes: [{ alg: 'SHA-512', content: Buffer.from(locked.integrity.slice('sha512-'.length), 'base64').toString('hex') }],
  }
}
