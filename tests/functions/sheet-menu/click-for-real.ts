import { execFileSync } from 'node:child_process'
import { parentPort, workerData } from 'node:worker_threads'
import { type Answered, type MenuRequest, startAppsScript } from '../../support/apps-script.ts'

/** What a click is told, from inside a thread of its own: UrlFetchApp waits for its answer, and the emulated Google must not wait with it. */
export interface RealClick {
  script: string
  token: string
  locale: string
  /** Titles of the workbook's tabs. */
  tabs: readonly string[]
  handlers: readonly string[]
  /** Where the function really listens, whatever the host of the address that the menu was told. */
  url: string
}

const FETCH = `
let input = ''
process.stdin.on('data', (part) => { input += part }).on('end', async () => {
  const { url, method, headers, body } = JSON.parse(input)
  const answer = await fetch(url, { method, headers, body, redirect: 'manual' })
  process.stdout.write(JSON.stringify({ status: answer.status, text: await answer.text(), headers: Object.fromEntries(answer.headers) }))
})`

const { handlers, locale, script, tabs, token, url } = workerData as RealClick

/** As Cloud Run passes it on: it takes the signature off the token that it has checked. */
function overHttp(address: string, { contentType, headers, method, payload }: MenuRequest): Answered {
  const sent = headers as Record<string, string>
  const checked = sent['X-Serverless-Authorization']!.replace(/\.[^.]*$/, '.SIGNATURE_REMOVED_BY_GOOGLE')
  const request = {
    url: new URL(new URL(address).pathname, url).href,
    method: method!.toUpperCase(),
    headers: { ...sent, 'X-Serverless-Authorization': checked, 'content-type': contentType },
    body: payload,
  }
  return JSON.parse(
    execFileSync(process.execPath, ['-e', FETCH], { input: JSON.stringify(request), encoding: 'utf8', timeout: 15_000 }),
  )
}

const menu = startAppsScript(script, { locale, token, sheets: tabs.map((title) => ({ title })), answer: overHttp })
for (const handler of handlers) menu.call(handler)
parentPort!.postMessage(menu.alerts)
