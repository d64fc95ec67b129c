import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// security.md S26: where the packages come from, and that none is another than the one that was looked at.

const read = (path: string) => JSON.parse(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8'))

interface Locked {
  version: string
  integrity?: string
  resolved?: string
  link?: boolean
  hasInstallScript?: boolean
}

const own = read('package.json')
const lock = read('package-lock.json')
const packages = Object.entries(lock.packages as Record<string, Locked>).filter(([folder]) => folder !== '')

test('every package is held to a SHA-512', () => {
  expect(packages.length).toBeGreaterThan(400)
  expect(packages.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))).toEqual([])
})

test('every package comes from the registry: none from git, a file, a folder or another host', () => {
  // An entry that names no address is asked of the registry that npm is set to, and held to its hash whatever that is.
  const elsewhere = packages.filter(
    ([, { resolved, link }]) => link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
  )
  expect(elsewhere).toEqual([])
})

test('the lock file is that of package.json, which names each direct package by one exact version', () => {
  const { dependencies, devDependencies } = own
  expect(lock.lockfileVersion).toBe(3)
  expect(lock.packages['']).toMatchObject({ dependencies, devDependencies })
  const direct = { ...dependencies, ...devDependencies }
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version as string))).toEqual([])
  for (const [name, version] of Object.entries(direct))
    expect([name, lock.packages[`node_modules/${name}`].version]).toEqual([name, version])
})

test('a package that wants to run something while it is installed is one that was decided on', () => {
  const wanting = packages.flatMap(([folder, { hasInstallScript }]) => (hasInstallScript ? [folder] : []))
  expect(wanting.toSorted()).toEqual(
    Object.keys(own.allowScripts)
      .map((name) => `node_modules/${name}`)
      .toSorted(),
  )
})

test('the image is built without running any package’s own scripts', () => {
  const dockerfile = readFileSync(fileURLToPath(new URL('../infra/google/image/Dockerfile', import.meta.url)), 'utf8')
  expect(dockerfile.match(/\bnpm \w.*/g)).toEqual(['npm ci --ignore-scripts'])
})
