/**
 * Run while an image is built, where the bundles will lie and by the Node that will run them: `node write-compile-cache.cjs FUNCTION…`
 * starts each function beside this file once and calls it, so that V8's code for what a start needs lies in NODE_COMPILE_CACHE.
 * The cache is bound to the path, to Node's build and to its flags.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Knows no spreadsheet: the function loads all that it needs to ask, and ends at once. */
async function startEmptyGoogle() {
  const google = createServer((_request, response) => {
    response
      .writeHead(404, { 'content-type': 'application/json' })
      .end('{"error":{"code":404,"message":"","status":"NOT_FOUND"}}')
  })
  google.listen(0, '127.0.0.1')
  await once(google, 'listening')
  return google
}

async function startAndCall(name: string, googleUrl: string): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, join(__dirname, name, 'index.cjs')], {
    env: {
      ...process.env,
      PORT: '0',
      TALLYSHEET_GOOGLE_URL: googleUrl,
      TALLYSHEET_SPREADSHEET_ID: 'none',
      TALLYSHEET_AUDIENCE: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    const { message, port } = JSON.parse(line)
    if (message !== 'listening') continue
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()
    await (await fetch(`http://127.0.0.1:${port}/${name}`, { method: 'POST' })).text()
    child.kill('SIGTERM')
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
}

async function writeCompileCache(names: readonly string[]): Promise<void> {
  if (!process.env.NODE_COMPILE_CACHE || names.length === 0) throw new Error('set NODE_COMPILE_CACHE and name the functions')
  const google = await startEmptyGoogle()
  for (const name of names) await startAndCall(name, `http://127.0.0.1:${(google.address() as AddressInfo).port}`)
  google.close()
}

void writeCompileCache(process.argv.slice(2))
