/** One measurement in a process of its own: `node one-round.ts MODE URL SPREADSHEET_ID` prints {"ms","peakMiB"}. */

import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { realWorld, workbookOf } from '../../functions/world.ts'
import { judgeWorkbook } from '../../shared/jobs/judge-workbook.ts'
import { readSnapshot } from '../../shared/jobs/read-snapshot.ts'
import { recalculate } from '../../shared/jobs/recalculate.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { measureProgress } from '../../shared/progress/measure-progress.ts'

const [mode, url, spreadsheetId] = process.argv.slice(2) as [string, string, string]
const TODAY = '2026-02-15'
const authorization = { authorization: 'Bearer user:tallysheet@example.test' }

/** The same answers that the product reads, fetched, unzipped and parsed, and nothing else. */
async function floor(urls: string[]): Promise<void> {
  for (const each of urls) {
    const zipped = await new Promise<Buffer>((resolve, reject) =>
      get(each, { headers: { ...authorization, 'accept-encoding': 'gzip' } }, async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part)
        resolve(Buffer.concat(parts))
      }).on('error', reject),
    )
    JSON.parse(gunzipSync(zipped).toString('utf8'))
  }
}

/** The addresses that the product asked last, from the emulator's log. */
async function urlsAsked(): Promise<string[]> {
  const answer = await fetch(`${url}/_emulator/requests`)
  const { entries } = (await answer.json()) as { entries: { kind: string; path: string; query: string }[] }
  const reads = entries.filter(({ kind, path }) => kind === 'read' && path.includes(spreadsheetId))
  return reads.slice(-2).map(({ path, query }) => `${url}${path}?${query}`)
}

async function product(): Promise<void> {
  const snapshot = await readSnapshot(workbookOf({ googleUrl: url, spreadsheetId, mostRows: 200_000 }), textsFor('zh-CN'))
  const judgement = judgeWorkbook(snapshot, () => TODAY)
  measureProgress({ ...judgement, asOf: TODAY })
}

async function googleSpreadsheet(): Promise<void> {
  const { GoogleSpreadsheet } = await import('google-spreadsheet')
  const fetched = globalThis.fetch
  // The library knows no other origin; its requests are led to the emulator.
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    return fetched(new Request(request.url.replace('https://sheets.googleapis.com', url), request))
  }
  const document = new GoogleSpreadsheet(spreadsheetId, { token: 'user:tallysheet@example.test' })
  await document.loadInfo()
  const rows = await document.sheetsByTitle.月度填报!.getRows()
  if (rows.length < 1000) throw new Error('google-spreadsheet read too little')
}

async function measured(): Promise<object> {
  // Loaded before the clock starts, so that only the work is measured.
  const urls = mode === 'floor' ? await urlsAsked() : []
  if (mode === 'google-spreadsheet') await import('google-spreadsheet')
  let requests: unknown
  const startedAt = performance.now()
  if (mode === 'floor') await floor(urls)
  else if (mode === 'product') await product()
  else if (mode === 'google-spreadsheet') await googleSpreadsheet()
  else {
    const world = { ...realWorld(false), workbook: workbookOf({ googleUrl: url, spreadsheetId, mostRows: 200_000 }) }
    requests = (await recalculate({ reason: 'bench', who: 'bench', today: TODAY }, world)).run.requests
  }
  return { ms: performance.now() - startedAt, peakMiB: process.resourceUsage().maxRSS / 1024, requests }
}

measured().then((result) => console.log(JSON.stringify(result)))
