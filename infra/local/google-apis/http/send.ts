import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Effect } from '../faults.ts'
import type { Answer } from './api-request.ts'

const compress = promisify(gzip)

/** Writes the answer, compressed when the client takes that; `effect` may cut it short or slow it down. */
export async function send(outgoing: ServerResponse, answer: Answer, acceptsGzip: boolean, effect?: Effect): Promise<void> {
  const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body))
  const plain = answer.bytes ?? Buffer.from(text)
  const zipped = acceptsGzip && plain.length > 0
  const payload = zipped ? await compress(plain, { level: constants.Z_BEST_SPEED }) : plain
  outgoing.statusCode = answer.status
  if (plain.length > 0) outgoing.setHeader('content-type', answer.type ?? 'application/json; charset=UTF-8')
  if (zipped) outgoing.setHeader('content-encoding', 'gzip')
  for (const [name, value] of Object.entries(answer.headers ?? {})) outgoing.setHeader(name, value)
  outgoing.setHeader('vary', 'Origin, X-Origin, Referer')
  outgoing.setHeader('cache-control', 'private')
  if (answer.status !== 204) outgoing.setHeader('content-length', payload.length)
  if (effect?.kind === 'cut') return cut(outgoing, payload)
  if (effect?.kind === 'drip') return drip(outgoing, payload, effect.ms, effect.bytes ?? 64)
  outgoing.end(payload)
}

/** Sends half of the payload and drops the connection. */
async function cut(outgoing: ServerResponse, payload: Buffer): Promise<void> {
  await new Promise((resolve) => outgoing.write(payload.subarray(0, Math.floor(payload.length / 2)), resolve))
  outgoing.destroy()
}

async function drip(outgoing: ServerResponse, payload: Buffer, ms: number, bytes: number): Promise<void> {
  for (let start = 0; start < payload.length && !outgoing.destroyed; start += bytes) {
    outgoing.write(payload.subarray(start, start + bytes))
    await wait(ms)
  }
  outgoing.end()
}
