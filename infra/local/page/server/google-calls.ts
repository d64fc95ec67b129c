import type { JsonObject } from '../../google-apis/json.ts'

/** What Google answered to a refused call. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

/** Calls of the emulated Google APIs over HTTP, in the name of a person. */
export class GoogleCalls {
  readonly #url: string
  readonly #email: string

  constructor(url: string, email: string) {
    this.#url = url
    this.#email = email
  }

  async post(path: string, body: JsonObject): Promise<JsonObject> {
    const answer = await fetch(this.#url + path, {
      method: 'POST',
      headers: { authorization: `Bearer user:${this.#email}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    const parsed = JSON.parse(text === '' ? '{}' : text)
    if (!answer.ok) throw new Refused(answer.status, String(parsed.error?.message ?? ''))
    return parsed
  }

  batchUpdate(spreadsheetId: string, requests: readonly JsonObject[]): Promise<JsonObject> {
    return this.post(`/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests })
  }

  /** As if typed. */
  enter(spreadsheetId: string, range: string, values: readonly (readonly (string | null)[])[]): Promise<JsonObject> {
    return this.post(`/v4/spreadsheets/${spreadsheetId}/values:batchUpdate`, {
      valueInputOption: 'USER_ENTERED',
      data: [{ range, values }],
    })
  }
}
