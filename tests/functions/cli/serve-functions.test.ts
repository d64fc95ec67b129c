import { afterAll, beforeAll, expect, test } from 'vitest'
import { localConfig } from '../../../functions/cli/local/local-config.ts'
import { serveFunctions } from '../../../functions/cli/local/serve-functions.ts'
import { check } from '../../../shared/jobs/check.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'

let county: County
let served: Awaited<ReturnType<typeof serveFunctions>>
beforeAll(async () => {
  county = await startCounty({ language: 'en' })
  served = await serveFunctions(localConfig(county.apis.url, county.spreadsheetId, 1), () => county.today, textsFor('en'))
})
afterAll(async () => {
  await served?.close()
  await county?.close()
})

async function post(path: string, body: object = {}, headers: Record<string, string> = {}) {
  const url = new URL(path, served.urls.recalculate)
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, json: await answer.json() }
}

test('the functions of one machine check as the deployed ones do, and write nothing', async () => {
  const { requests } = county.apis
  const writes = requests.writes
  const { status, json } = await post('/check')
  expect(status).toBe(200)
  expect(json).toEqual(await check({ language: 'en', today: county.today }, county.world()))
  expect(requests.writes).toBe(writes)
})

test('what they don’t know is refused: fields, paths, and pages of other origins', async () => {
  const refused = [
    await post('/check', { reason: 'menu' }),
    await post('/checks'),
    await post('/check', {}, { origin: 'https://evil.example' }),
  ]
  expect(refused.map(({ status, json }) => [status, json.error.code])).toEqual([
    [400, 'wrong-usage'],
    [404, 'unknown-path'],
    [403, 'not-allowed'],
  ])
})
