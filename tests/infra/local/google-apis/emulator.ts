import { afterEach } from 'vitest'
import { type GoogleApis, type GoogleApisOptions, startGoogleApis } from '../../../../infra/local/google-apis/server.ts'

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

const running: GoogleApis[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((apis) => apis.close()))
})

/** An emulator with one spreadsheet, closed after the test. */
export async function startEmulator(options: GoogleApisOptions = {}) {
  const apis = await startGoogleApis(options)
  running.push(apis)
  const call = async (method: string, path: string, body?: unknown, user?: string): Promise<Reply> => {
    const response = await fetch(apis.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(user && { authorization: `Bearer user:${user}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }
  const { body } = await call('POST', '/v4/spreadsheets', { properties: { title: 'Test' } })
  const id: string = body.spreadsheetId
  const batch = (requests: object[], user?: string) => call('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests }, user)
  const write = (range: string, values: unknown[][], option = 'USER_ENTERED', user?: string) =>
    call('PUT', `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?valueInputOption=${option}`, { values }, user)
  const read = async (range: string, query = ''): Promise<unknown[][]> =>
    (await call('GET', `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?${query}`)).body.values ?? []
  const get = (query = '') => call('GET', `/v4/spreadsheets/${id}?${query}`)
  return { apis, id, call, batch, write, read, get }
}
