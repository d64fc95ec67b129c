import { Agent, request } from 'node:http'
import { startFunction } from '../support/function-process.ts'
import { AUDIENCE, STAFF, startGoogleKeys } from '../support/google-keys.ts'

const CALLS_A_SECOND = 500
const SECONDS = 3

/** Milliseconds that 95 of 100 rejected calls take at most, at 500 a second; each has a well-formed token of somebody without a role. */
export async function rejectedCallMs(script: string): Promise<number> {
  const keys = await startGoogleKeys()
  const running = await startFunction(script, {
    TALLYSHEET_SPREADSHEET_ID: 'none',
    TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:1',
    TALLYSHEET_KEYS_URL: keys.url,
    TALLYSHEET_AUDIENCE: AUDIENCE,
    TALLYSHEET_STAFF: STAFF,
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const authorization = `Bearer ${await keys.token('stranger@bureau.example')}`
  const reject = (): Promise<number> =>
    new Promise((resolve, refuse) => {
      const startedAt = performance.now()
      request(
        { host: '127.0.0.1', port: running.port, path: '/', method: 'POST', agent, headers: { authorization } },
        (answer) => {
          if (answer.statusCode !== 403) refuse(new Error(`answered ${answer.statusCode}`))
          answer.resume().on('end', () => resolve(performance.now() - startedAt))
        },
      )
        .on('error', refuse)
        .end()
    })
  await reject()
  const calls: Promise<number>[] = []
  const startedAt = performance.now()
  while (calls.length < CALLS_A_SECOND * SECONDS) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * CALLS_A_SECOND)
    while (calls.length < due) calls.push(reject())
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const took = (await Promise.all(calls)).toSorted((a, b) => a - b)
  agent.destroy()
  await Promise.all([running.stop(), keys.close()])
  return took[Math.floor(took.length * 0.95)]!
}
