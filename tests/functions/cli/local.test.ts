import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const MAIN = fileURLToPath(new URL('../../../functions/cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tallysheet-local-'))
const data = join(folder, 'data')
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  child: ChildProcess
  url: string
  spreadsheetId: string
}

/** `local --json`, once it has said that it is ready. */
async function start(): Promise<Started> {
  const { TALLYSHEET_SPREADSHEET_ID: _id, TALLYSHEET_GOOGLE_URL: _url, ...env } = process.env
  const child = spawn(process.execPath, [MAIN, 'local', '--json', '--port', '0', '--sample', 'empty', '--data', data], {
    env: { ...env, TALLYSHEET_TODAY: '2025-04-15' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  const ready = JSON.parse(line)
  expect(ready).toMatchObject({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
  return { child, ...ready }
}

/** What the page's API answers, as far as it is looked at. */
interface Answer {
  done?: boolean
  text?: string
  tabs?: { key: string; sheetId: number }[]
  run?: { asOf: string }
}

async function ask(url: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(url + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { origin: url },
  })
  return { status: answer.status, body: await answer.json() }
}

async function submissions(url: string): Promise<number> {
  const { body } = await ask(url, '/api/workbook')
  return body.tabs!.find(({ key }) => key === 'submissions')!.sheetId
}

const enter = async (url: string, row: number, text: string) =>
  expect(
    (await ask(url, '/api/edit', { kind: 'enter', sheetId: await submissions(url), row, column: 7, rows: [[text]] })).body,
  ).toMatchObject({
    done: true,
  })

const entry = async (url: string, row: number): Promise<string | undefined> =>
  (await ask(url, `/api/tab/${await submissions(url)}/entry?row=${row}&column=7`)).body.text

test('what was typed survives a kill and a Ctrl-C; two starts on one folder are refused', async () => {
  const first = await start()
  expect((await fetch(first.url)).headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  await enter(first.url, 1, 'killed')

  const { code, stderr } = await runCli(['local', '--once', '--data', data])
  expect(code).toBe(1)
  expect(stderr).toContain('is in use')

  const saved = join(data, 'google', `${first.spreadsheetId}.json`)
  await expect.poll(() => readFileSync(saved, 'utf8'), { timeout: 10_000, interval: 200 }).toContain('killed')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await start()
  expect(second.spreadsheetId).toBe(first.spreadsheetId)
  expect(await entry(second.url, 1)).toBe('killed')
  await enter(second.url, 2, 'interrupted')
  second.child.kill('SIGINT')
  expect((await once(second.child, 'exit'))[0]).toBe(0)

  const third = await start()
  expect(await entry(third.url, 2)).toBe('interrupted')

  // Saved to a file, put back to the beginning, loaded from the file: what people typed is there again.
  const file = await (await fetch(`${third.url}/workbook.xlsx`)).arrayBuffer()
  expect((await ask(third.url, '/api/reset', {})).status).toBe(200)
  expect(await entry(third.url, 1)).toBe('')
  const loaded = await fetch(`${third.url}/workbook.xlsx`, { method: 'POST', body: file, headers: { origin: third.url } })
  expect(loaded.status).toBe(200)
  expect([await entry(third.url, 1), await entry(third.url, 2)]).toEqual(['killed', 'interrupted'])
  const refused = await fetch(`${third.url}/workbook.xlsx`, { method: 'POST', body: 'no file', headers: { origin: third.url } })
  expect(refused.status).toBe(400)
  expect(await entry(third.url, 1)).toBe('killed')

  expect((await ask(third.url, '/api/day', { day: '2025-12-20' })).status).toBe(200)
  expect((await ask(third.url, '/api/run/recalculate', {})).body.run?.asOf).toBe('2025-12-20')
  expect((await ask(third.url, '/api/day', { day: 'soon' })).status).toBe(400)
}, 60_000)
