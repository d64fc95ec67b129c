/**
 * Run while an image is built, by the Node that will run it: `node rehearsal/write-code-cache.cjs FUNCTION…` starts each function once, has
 * it do its whole work at emulated Google APIs, and leaves V8's code for all that this ran beside its bundle (start.ts reads it).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startRehearsalCounty } from './rehearsal-county.ts'

async function rehearse(name: string, environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, '../start.cjs'), '--write-code'], {
    env: { ...process.env, ...environment, FUNCTION_TARGET: name, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    const { message, port } = JSON.parse(line)
    if (message !== 'listening') continue
    const url = `http://127.0.0.1:${port}/`
    const answers = [await fetch(url), await fetch(url, { method: 'POST' })]
    const [ready, done] = await Promise.all(answers.map(async (answer) => ({ status: answer.status, text: await answer.text() })))
    child.kill('SIGTERM')
    if (ready!.status !== 200 || !done!.text.startsWith('{"run":')) throw new Error(`${name} answered ${done!.status}`)
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
}

async function writeCodeCaches(names: readonly string[]): Promise<void> {
  if (names.length === 0) throw new Error('name the functions')
  const county = await startRehearsalCounty()
  for (const name of names) await rehearse(name, county.environment)
  await county.close()
}

void writeCodeCaches(process.argv.slice(2))
