import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// security.md S19: no key, token or password lies in the repository.

const root = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['.ci', 'docs', 'functions', 'infra', 'shared', 'tests']
/** A key and certificate of nobody, made for the tests of TLS on this machine; and tests that refuse passwords in addresses. */
const KNOWN = /^tests\/(support\/fixtures\/|shared\/config|shared\/mail\/smtp-settings)/

const SECRETS: readonly [string, RegExp][] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*\n[A-Za-z0-9+/]/],
  ['API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['access token', /\bya29\.[0-9A-Za-z_-]{20,}/],
  ['refresh token', /\b1\/\/0[0-9A-Za-z_-]{30,}/],
  ['client secret', /\bGOCSPX-[0-9A-Za-z_-]{20,}/],
  ['service account file', /"type":\s*"service_account"/],
  ['password in an address', /\bsmtps?:\/\/[^\s:@/"'`]+:[^\s@/"'`$]{6,}@(?!smtp\.example)/],
]

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(png|ttf|xlsx)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
    .filter((file) => !file.includes('node_modules') && !file.includes('.terraform'))

test('no secret lies in the repository', () => {
  const files = [...FOLDERS.flatMap(filesOf), 'README.md', 'package.json'].filter((file) => !KNOWN.test(file))
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return SECRETS.filter(([, shape]) => shape.test(text)).map(([what]) => `${file}: ${what}`)
  })
  expect(found).toEqual([])
})

test.each([
  ['private key', `-----BEGIN ${'PRIVATE'} KEY-----\nMIIE`],
  ['API key', `AI${'za'}${'A'.repeat(35)}`],
  ['password in an address', `smtps://me:${'hunter'}22@mail.test`],
])('a planted %s would be found', (what, text) => {
  expect(SECRETS.filter(([, shape]) => shape.test(text)).map(([name]) => name)).toEqual([what])
})
