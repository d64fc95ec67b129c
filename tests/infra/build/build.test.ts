import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

// security.md S26 on what `npm run build` leaves: whoever builds the same source gets the same files. V8's code isn't among them:
// it is written while the image is built, and bound to Node's build, its flags and the path. The native part of @resvg is the one of the
// platform that builds.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'functions', 'shared', 'infra/build', 'infra/local']

/** Chosen too, but no function holds them. */
const FOR_THE_COMMAND_LINE = ['cli-table3', 'commander', 'csv-parse', 'exceljs']
const HERE = 'a'
const THERE = 'elsewhere/and deeper/b'

let folder: string
let builds: Record<string, string>[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-builds-'))
  builds = await Promise.all([
    build(HERE, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }),
    build(THERE, { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }),
  ])
}, 90_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** A checkout as somebody else has it: with packages of its own, since a link to their folder would be followed back to here. */
function checkOut(path: string): string {
  const copy = join(folder, path)
  for (const source of SOURCES) cpSync(join(root, source), join(copy, source), { recursive: true })
  linkFiles(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** The folder with all its files, which take no further room where that is possible. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && !entry.name.startsWith('.')) linkFiles(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/** Builds there, and gives each file under dist with its SHA-256. */
async function build(path: string, environment: Record<string, string>): Promise<Record<string, string>> {
  const copy = checkOut(path)
  const env = { PATH: process.env.PATH, HOME: join(folder, path), ...environment }
  await promisify(execFile)(process.execPath, [join(copy, 'infra/build/build.ts')], { cwd: copy, env })
  const files = readdirSync(join(copy, 'dist'), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  const hashes = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name)
    return [file.slice(copy.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]
  })
  return Object.fromEntries(hashes.toSorted())
}

test('from another folder, in another time zone and language, every file is the same to the byte', () => {
  const [here, there] = builds
  for (const name of ['bom.json', 'LICENCES.txt', 'recalculate/index.cjs', 'send-digest/index.cjs.map', 'send-digest/font.ttf'])
    expect(Object.keys(here!)).toContain(`dist/${name}`)
  expect(there).toEqual(here)
})

test('the list of what is inside names what lies beside the bundles too, and ten packages of our own choice at most', () => {
  const bill = JSON.parse(readFileSync(join(folder, HERE, 'dist/bom.json'), 'utf8'))
  const named = bill.components.map(({ name }: { name: string }) => name)
  expect(named).toEqual(
    expect.arrayContaining(['@resvg/resvg-js', '@expo-google-fonts/noto-sans-sc', 'dist/recalculate/index.cjs']),
  )
  const chosen = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies)
  expect(chosen.filter((name) => named.includes(name)).length).toBeLessThanOrEqual(10)
  expect(chosen.filter((name) => !named.includes(name))).toEqual(FOR_THE_COMMAND_LINE)
})
