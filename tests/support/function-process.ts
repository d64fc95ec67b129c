import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../infra/build/bundle.ts'
import { addPictureParts } from '../../infra/build/picture-parts.ts'
import type { CheckDocument } from '../../shared/jobs/check.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A function's bundle in a folder of its own. */
export async function buildFunction(entry: string): Promise<{ script: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-function-'))
  const { outputs } = await bundle(root, { index: entry }, folder)
  const draws = Object.values(outputs).some(({ inputs }) => 'shared/pictures/draw-chart.ts' in inputs)
  if (draws) await addPictureParts(root, [join(folder, 'index.cjs')])
  return { script: join(folder, 'index.cjs'), remove: () => rmSync(folder, { recursive: true }) }
}

/** What tests look at in an answer. */
interface AnswerJson extends Pick<CheckDocument, 'ok' | 'findings'> {
  run: { id: string; asOf: string; changed: boolean; duplicateOf?: string; requests: { read: number; write: number } }
  error: { code: string; message: string; hint?: string }
}

export interface FunctionProcess {
  url: string
  port: number
  child: ChildProcess
  /** All that it wrote, on both streams. */
  output(): string
  /** The lines of its log. */
  lines(): Record<string, unknown>[]
  /** POST with a token, at the function's own action unless told otherwise. */
  call(
    token: string | undefined,
    body?: unknown,
    headers?: Record<string, string>,
    action?: string,
  ): Promise<{ status: number; headers: Headers; json: AnswerJson }>
  exited: Promise<number | null>
  stop(): Promise<void>
}

/** Starts a bundle as a process and waits until it listens. Its environment is what is given, and nothing else. */
export async function startFunction(
  script: string,
  environment: Record<string, string>,
  name = 'recalculate',
): Promise<FunctionProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env: { PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stderr!.on('data', (text: Buffer) => {
    output += text
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      output += `${line}\n`
      const event = JSON.parse(line)
      if (event.message === 'listening') resolve(event.port)
    })
    exited.then((code) => reject(new Error(`ended with ${code}: ${output}`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    child,
    output: () => output,
    lines: () =>
      output
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    call: async (token, body, headers = {}, action = name) => {
      const answer = await fetch(`${url}/${action}`, {
        method: 'POST',
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      })
      return { status: answer.status, headers: answer.headers, json: (await answer.json()) as AnswerJson }
    },
    exited,
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
