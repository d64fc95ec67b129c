import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../../infra/build/bundle.ts'
import { ENTRIES, REHEARSAL } from '../../../infra/build/entries.ts'
import { licenceNotices } from '../../../infra/build/licence-notices.ts'
import { type FunctionProcess, startFunction } from '../../support/function-process.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let folder: string
let metafile: Metafile
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-bundle-'))
  metafile = await bundle(root, { 'recalculate/index': ENTRIES['recalculate/index']! }, folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const script = () => join(folder, 'recalculate/index.cjs')

test('one file of at most 1.5 MB that asks for nothing but Node’s own modules, with its source map', () => {
  expect(statSync(script()).size).toBeLessThanOrEqual(1_500_000)
  expect(existsSync(`${script()}.map`)).toBe(true)
  const [output] = Object.values(metafile.outputs).filter(({ entryPoint }) => entryPoint)
  const outside = output!.imports.filter(({ external }) => external).map(({ path }) => path.replace(/^node:/, ''))
  expect(outside.length).toBeGreaterThan(10)
  const { builtinModules } = process.getBuiltinModule('module')
  // A colouring that one package asks for and does without.
  expect(outside.filter((path) => !builtinModules.includes(path))).toEqual(['supports-color'])
})

test('neither the command line, nor the emulator, nor mail, nor the other Google APIs are inside', () => {
  const inputs = Object.keys(metafile.inputs)
  expect(
    inputs.filter((input) => /functions\/cli\/|infra\/local|commander|exceljs|nodemailer|echarts|shared\/mail\//.test(input)),
  ).toEqual([])
  const apis = new Set(inputs.flatMap((input) => /googleapis\/build\/src\/apis\/(\w+)\//.exec(input)?.[1] ?? []))
  expect([...apis]).toEqual(['sheets'])
})

test('the Google clients are evaluated with the first call that needs them', async () => {
  // Only they ask for processes of their own.
  const hook = join(dirname(script()), 'hook.cjs')
  writeFileSync(
    hook,
    `const Module = require('module'); const load = Module._load
Module._load = function (name, ...rest) {
  if (/^(node:)?child_process$/.test(name)) process.stdout.write('{"severity":"INFO","message":"clients"}\\n')
  return load.call(this, name, ...rest)
}`,
  )
  const running = await startFunction(script(), {
    NODE_OPTIONS: `--require ${hook}`,
    TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:1',
    TALLYSHEET_SPREADSHEET_ID: 'none',
  })
  const messages = () => running.lines().map(({ message }) => message)
  await fetch(running.url)
  await fetch(running.url, { method: 'POST', body: 'refused' })
  // A line may come through its pipe after the answer.
  const told = async (message: string) => {
    while (!messages().includes(message)) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await told('refused')
  expect(messages()).toEqual(['listening', 'refused'])
  void fetch(running.url, { method: 'POST' }).catch(() => {})
  await told('clients')
  await running.stop()
})

describe('V8’s code for a function, as its rehearsal leaves it', () => {
  const cache = () => join(folder, 'recalculate/code.cache')
  const start = (environment: Record<string, string> = {}) =>
    startFunction(join(folder, 'start.cjs'), {
      FUNCTION_TARGET: 'recalculate',
      TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:1',
      TALLYSHEET_SPREADSHEET_ID: 'none',
      ...environment,
    })
  const messages = (running: FunctionProcess) => running.lines().map(({ message }) => message)

  test('is written after the whole work was done, and taken by a start', async () => {
    await bundle(root, { start: ENTRIES.start!, ...REHEARSAL }, folder)
    const rehearse = (...names: string[]) =>
      execFileSync(process.execPath, [join(folder, 'rehearsal/write-code-cache.cjs'), ...names], { stdio: 'pipe' })
    expect(() => rehearse()).toThrow()
    rehearse('recalculate')
    // What is compiled while the file is loaded would be a fifth of that.
    expect(statSync(cache()).size).toBeGreaterThan(1_000_000)
    const running = await start()
    expect((await fetch(running.url)).status).toBe(200)
    await running.stop()
    expect(messages(running)[0]).toBe('listening')
  })

  test('is refused where it is spoilt or for other flags: said, and the function serves all the same', async () => {
    const flags = await start({ NODE_OPTIONS: '--stack-trace-limit=20' })
    expect((await fetch(flags.url)).status).toBe(200)
    await flags.stop()
    expect(messages(flags).slice(0, 2)).toEqual(['code cache refused', 'listening'])
    truncateSync(cache(), 1000)
    const spoilt = await start()
    expect((await fetch(spoilt.url)).status).toBe(200)
    await spoilt.stop()
    expect(messages(spoilt).slice(0, 2)).toEqual(['code cache refused', 'listening'])
  })

  test('may be missing', async () => {
    rmSync(cache())
    const running = await start()
    expect((await fetch(running.url)).status).toBe(200)
    await running.stop()
  })
})

test('the licences of all that is inside are told', () => {
  const text = licenceNotices(root, metafile)
  for (const name of ['express', 'googleapis', 'zod', 'luxon', '@google-cloud/functions-framework', 'jose'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|Apache-2\\.0)\\)$`, 'm'))
  expect(text).toContain('Apache License')
  expect(text).toContain('Permission is hereby granted')
})
