import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { billOfMaterials } from '../../../infra/build/bill-of-materials.ts'
import { bundle } from '../../../infra/build/bundle.ts'
import { ENTRIES } from '../../../infra/build/entries.ts'
import { licenceNotices } from '../../../infra/build/licence-notices.ts'
import { packagesInside } from '../../../infra/build/packages-inside.ts'

// security.md S26: what is inside the image is listed.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Component {
  type: string
  'bom-ref': string
  name: string
  version: string
  licenses: { expression: string }[]
  hashes: { alg: string; content: string }[]
}

let folder: string
let metafile: Metafile
let bill: { metadata: { component: Component }; components: Component[]; dependencies: { ref: string; dependsOn: string[] }[] }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-bill-'))
  metafile = await bundle(root, ENTRIES, folder)
  bill = JSON.parse(billOfMaterials(root, packagesInside(metafile)))
})
afterAll(() => rmSync(folder, { recursive: true }))

const packages = () => bill.components.filter(({ type }) => type === 'library')
const scripts = () => bill.components.filter(({ type }) => type === 'file')

test('every package that is inside, each once, with licence and the hash that the lock file holds it to', () => {
  const installed = packages().map(({ name, version, licenses }) => `${name} ${version} (${licenses[0]!.expression})`)
  const told = [...licenceNotices(root, metafile).matchAll(/^(\S+ \d+\.\d+\.\d+ \(\S+\))$/gm)].map(([, line]) => line!)
  expect(installed.length).toBeGreaterThan(90)
  expect(installed.toSorted()).toEqual([...new Set(told)].toSorted())
  const zod = JSON.parse(read('package-lock.json')).packages['node_modules/zod']
  expect(packages().find(({ name }) => name === 'zod')).toMatchObject({
    'bom-ref': `pkg:npm/zod@${zod.version}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(zod.integrity.slice(7), 'base64').toString('hex') }],
  })
  expect(packages().find(({ name }) => name.startsWith('@google-cloud/'))!['bom-ref']).toMatch(/^pkg:npm\/%40google-cloud\//)
})

test('every script with the hash of its file and what it holds: mail and charts only where mails are sent', () => {
  const holding = (name: string) =>
    bill.dependencies.flatMap(({ ref, dependsOn }) =>
      dependsOn.some((each) => each.startsWith(`pkg:npm/${name}@`)) ? [ref] : [],
    )
  expect(scripts().map(({ name }) => name.replace(/^.*(?=\/[\w-]+\/index)|^.*(?=\/)/, ''))).toEqual([
    '/recalculate/index.cjs',
    '/send-digest/index.cjs',
    '/send-reminders/index.cjs',
    '/start.cjs',
  ])
  for (const { name, hashes } of scripts())
    expect(hashes).toEqual([{ alg: 'SHA-256', content: createHash('sha256').update(read(name)).digest('hex') }])
  expect(holding('googleapis')).toHaveLength(3)
  expect(holding('nodemailer').every((script) => /send-(digest|reminders)/.test(script))).toBe(true)
  expect(holding('nodemailer')).toHaveLength(2)
})

test('every reference leads to a component, and every component is reached from the whole', () => {
  const known = new Set([bill.metadata.component, ...bill.components].map((each) => each['bom-ref']))
  const used = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
  expect(known.size).toBe(bill.components.length + 1)
  expect(new Set(used)).toEqual(known)
})

test('nothing of a time or of this machine is in it', () => {
  expect(Object.keys(bill)).not.toContain('serialNumber')
  expect(JSON.stringify(bill)).not.toMatch(/timestamp|node_modules/)
})

describe('a package that the lock file doesn’t vouch for ends the build', () => {
  test.each(['node_modules/unheard-of', 'node_modules/buffers'])('%s', (name) => {
    expect(() => billOfMaterials(root, new Map([['package.json', [name]]]))).toThrow(name)
  })
})
