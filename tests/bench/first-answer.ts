import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const COUNT_FILES = fileURLToPath(new URL('./count-files.cjs', import.meta.url))

/** A function as it is started, and the call that it is asked first. */
export interface Subject {
  args: readonly string[]
  environment?: Record<string, string>
  method: 'GET' | 'POST'
  path: string
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The answer's status, or 0 while nobody listens. */
const ask = (port: number, { method, path }: Subject): Promise<number> =>
  new Promise((resolve) =>
    request({ host: '127.0.0.1', port, method, path, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode!))
    })
      .on('error', () => resolve(0))
      .end(),
  )

const start = (subject: Subject, port: number, flags: readonly string[]) =>
  spawn(process.execPath, [...flags, ...subject.args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...subject.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })

async function untilAnswered(subject: Subject, port: number): Promise<void> {
  for (;;) {
    const status = await ask(port, subject)
    if (status === 200) return
    if (status !== 0) throw new Error(`${subject.args.join(' ')} answered ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Milliseconds from the start of the process to the end of its first answer. */
export async function firstAnswerMs(subject: Subject): Promise<number> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = start(subject, port, [])
  await untilAnswered(subject, port)
  const ms = performance.now() - startedAt
  child.kill('SIGKILL')
  await once(child, 'exit')
  return ms
}

/** Files opened through fs and memory after the first answer, of a start of its own. */
export async function footprint(subject: Subject): Promise<{ files: number; rssMiB: number }> {
  const port = await freePort()
  const child = start(subject, port, ['--require', COUNT_FILES])
  await untilAnswered(subject, port)
  child.kill('SIGUSR2')
  try {
    for await (const line of createInterface(child.stderr!)) if (line.startsWith('{"files"')) return JSON.parse(line)
  } finally {
    child.kill('SIGKILL')
  }
  throw new Error('the process said nothing')
}
