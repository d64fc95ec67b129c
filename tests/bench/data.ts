import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { startGoogleApis } from '../../infra/local/google-apis/server.ts'
import { makeWorkbook } from './make-workbook.ts'

const ROWS = [2_040, 20_000, 100_000]
const MODES = ['floor', 'product', 'google-spreadsheet'] as const
const ROUNDS = 5

interface Sample {
  ms: number
  peakMiB: number
}

/** The measured script as one file, as functions are deployed: stripping types at run time would count for nobody. */
async function bundle(): Promise<{ script: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-bench-'))
  const script = join(folder, 'one-round.cjs')
  await build({
    entryPoints: [fileURLToPath(new URL('./one-round.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'error',
  })
  return { script, remove: () => rmSync(folder, { recursive: true }) }
}

/** As the functions are deployed: a small nursery keeps the peak low and costs some milliseconds. */
const NODE_FLAGS = ['--max-semi-space-size=16']

/** What one process measured. */
async function measure(
  script: string,
  mode: string,
  url: string,
  spreadsheetId: string,
): Promise<Sample & { requests?: unknown }> {
  const { stdout } = await promisify(execFile)(process.execPath, [...NODE_FLAGS, script, mode, url, spreadsheetId])
  return JSON.parse(stdout)
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const two = (number: number): number => Math.round(number * 100) / 100

/** Reading, judging and measuring against download + gunzip + JSON.parse of the same answers, and google-spreadsheet's reading. */
export async function benchData(say: (line: string) => void) {
  const rows: Record<string, object> = {}
  let requests: unknown
  let ratioToGoogleSpreadsheet = 0
  const { script, remove } = await bundle()
  for (const count of ROWS) {
    const apis = await startGoogleApis({ port: 0 })
    const spreadsheetId = await makeWorkbook(apis.url, count)
    // The steady state: verdicts of an earlier run are there to be read and compared.
    await measure(script, 'recalculate', apis.url, spreadsheetId)
    const samples = Object.fromEntries(MODES.map((mode) => [mode, [] as Sample[]])) as Record<(typeof MODES)[number], Sample[]>
    // The emulator's log then ends with the product's two reads, which the floor repeats.
    await measure(script, 'product', apis.url, spreadsheetId)
    for (let round = 0; round < ROUNDS; round++)
      for (const mode of ['floor', 'google-spreadsheet', 'product'] as const)
        samples[mode].push(await measure(script, mode, apis.url, spreadsheetId))
    const whole = await measure(script, 'recalculate', apis.url, spreadsheetId)
    await apis.close()
    const ms = (mode: (typeof MODES)[number]) => median(samples[mode].map((sample) => sample.ms))
    const peakMiB = median(samples.product.map((sample) => sample.peakMiB))
    requests = whole.requests
    ratioToGoogleSpreadsheet = two(ms('product') / ms('google-spreadsheet'))
    rows[count] = {
      ratioToFloor: two(ms('product') / ms('floor')),
      peakMiB: Math.round(peakMiB),
      ms: Math.round(ms('product')),
      floorMs: Math.round(ms('floor')),
      floorPeakMiB: Math.round(median(samples.floor.map((sample) => sample.peakMiB))),
      googleSpreadsheetMs: Math.round(ms('google-spreadsheet')),
      wholeRunMs: Math.round(whole.ms),
      wholeRunPeakMiB: Math.round(whole.peakMiB),
      ratioToGoogleSpreadsheet,
    }
    say(`${count} rows: ${JSON.stringify(rows[count])}`)
  }
  remove()
  return { rows, requests, ratioToGoogleSpreadsheet }
}
