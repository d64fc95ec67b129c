import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../infra/build/bundle.ts'
import { ENTRIES, REHEARSAL } from '../../infra/build/entries.ts'
import { startCounty } from '../support/county.ts'
import { firstAnswerMs, footprint, type Subject } from './first-answer.ts'
import { rejectedCallMs } from './rejected-calls.ts'

const ROUNDS = 15

const root = fileURLToPath(new URL('../..', import.meta.url))
const FRAMEWORK = join(root, 'node_modules/@google-cloud/functions-framework/build/src/main.js')

/** What anybody starts from: a function that answers, unbundled, by the framework's own command line. */
const EMPTY = `const { http } = require('@google-cloud/functions-framework')
http('empty', (request, response) => response.json({ ok: true }))
`

/** One read through the Google client, served as the functions are: what the clients alone add to a start. */
const ONE_READ = `import { serveFunction } from '${root}functions/http/serve-function.ts'
const handler = async (_call, config) => {
  const { workbookOf } = await import('${root}functions/world.ts')
  const { sheets } = await workbookOf(config).structure()
  return { status: 200, body: { run: sheets.length } }
}
serveFunction('one-read', { 'one-read': { may: ['staff'], handler } })
`

/** The functions as an image holds and starts them: bundled, with V8's code for them beside. */
async function build(folder: string): Promise<string> {
  writeFileSync(join(folder, 'one-read.ts'), ONE_READ)
  await bundle(root, { ...ENTRIES, ...REHEARSAL, 'one-read/index': join(folder, 'one-read.ts') }, folder)
  execFileSync(process.execPath, [join(folder, 'rehearsal/write-code-cache.cjs'), 'recalculate', 'one-read'])
  return join(folder, 'start.cjs')
}

function unbundled(folder: string, name: string, source: string): Subject {
  const place = join(folder, name)
  mkdirSync(place)
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  writeFileSync(join(place, 'package.json'), '{"main":"index.js"}')
  writeFileSync(join(place, 'index.js'), source)
  return { args: [FRAMEWORK, '--target=empty', `--source=${place}`], method: 'GET', path: '/' }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const two = (number: number): number => Math.round(number * 100) / 100

/**
 * Start of the process to the first answer, against an empty function and against one that imports googleapis' root. Rounds are
 * interleaved and their order is turned, each start is a process of its own. Using the clients is one read of a small workbook; the whole
 * recalculation of it is there beside.
 */
export async function benchColdStart(say: (line: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-bench-'))
  const county = await startCounty()
  try {
    const start = await build(folder)
    const google = {
      FUNCTION_TARGET: 'recalculate',
      TALLYSHEET_GOOGLE_URL: county.apis.url,
      TALLYSHEET_SPREADSHEET_ID: county.spreadsheetId,
      TALLYSHEET_TODAY: county.today,
    }
    const subjects = {
      empty: unbundled(folder, 'empty', EMPTY),
      googleapisRoot: unbundled(
        folder,
        'googleapis-root',
        `const { google } = require('googleapis')\n${EMPTY}google.sheets('v4')\n`,
      ),
      product: { args: [start], environment: google, method: 'GET', path: '/' },
      usingClients: { args: [start], environment: { ...google, FUNCTION_TARGET: 'one-read' }, method: 'POST', path: '/' },
      recalculation: { args: [start], environment: google, method: 'POST', path: '/' },
    } satisfies Record<string, Subject>
    const script = join(folder, 'recalculate/index.cjs')
    const names = Object.keys(subjects) as (keyof typeof subjects)[]
    const took: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
    for (let round = -1; round < ROUNDS; round++)
      for (const name of [...names.slice(round % 5), ...names.slice(0, round % 5)]) {
        const ms = await firstAnswerMs(subjects[name])
        // The first round only fills the machine's caches.
        if (round >= 0) took[name]!.push(ms)
      }
    const ms = Object.fromEntries(names.map((name) => [name, median(took[name]!)])) as Record<(typeof names)[number], number>
    const prints = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await footprint(subjects[name])] as const)),
    )
    const results = {
      ratioToEmptyFunction: two(ms.product / ms.empty),
      ratioUsingClients: two(ms.usingClients / ms.empty),
      ratioWholeRecalculation: two(ms.recalculation / ms.empty),
      ratioToGoogleapisRoot: two(ms.product / ms.googleapisRoot),
      bundleBytes: statSync(script).size,
      memoryMiB: Math.round(prints.product!.rssMiB),
      filesOpened: prints.recalculation!.files,
      rejectedCallMs: two(await rejectedCallMs(script)),
      ms: Object.fromEntries(names.map((name) => [name, Math.round(ms[name])])),
      memoryMiBOf: Object.fromEntries(names.map((name) => [name, Math.round(prints[name]!.rssMiB)])),
      filesOpenedOf: Object.fromEntries(names.map((name) => [name, prints[name]!.files])),
    }
    say(`cold start: ${JSON.stringify(results)}`)
    return results
  } finally {
    await county.close()
    rmSync(folder, { recursive: true })
  }
}
