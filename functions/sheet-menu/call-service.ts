import { type Fields, fieldsOf } from './answer-fields.ts'
import { plainText } from './plain-text.ts'

/** Script properties that hold a service's address. */
export type AddressProperty = 'RECALCULATE_URL' | 'SEND_DIGEST_URL'

/** Why there is no document: the address isn't set, Google gave no identity, nothing came back, or a refusal came back. */
export type Refusal =
  | { kind: 'no-address'; property: AddressProperty }
  | { kind: 'no-identity' }
  | { kind: 'no-answer' }
  | { kind: 'refused'; status: number; code: string; message: string; hint: string; seconds: string }

export type Outcome = { document: Fields } | Refusal

const WAIT_MS = 2_000

/** The token goes with the call: never in clear, and never to an address with a name or password in it. */
const ADDRESS = /^(https:\/\/[\w.-]+(?::\d+)?)(\/[\w-]*)?$/

/**
 * Calls a service as the person who clicked. What got no answer, or 503, is asked once more under the same key: the service does the work of
 * one key once, and answers the repetition with what the first call came to. `action` is another one than that of the address itself.
 */
export function callService(property: AddressProperty, body: Fields, key: string, action?: 'check'): Outcome {
  const set = PropertiesService.getScriptProperties().getProperty(property)?.trim() ?? ''
  const [, service] = ADDRESS.exec(set) ?? []
  if (service === undefined) return { kind: 'no-address', property }
  const address = action ? `${service}/${action}` : set
  const token = ScriptApp.getIdentityToken()
  if (!token) return { kind: 'no-identity' }
  const request = requestWith(token, body, key)
  const first = call(address, request)
  if ('document' in first || (first.kind === 'refused' && first.status !== 503)) return first
  Utilities.sleep(WAIT_MS)
  return call(address, request)
}

/**
 * Cloud Run takes the signature off the token of the header that it has checked itself, and leaves Authorization alone where
 * X-Serverless-Authorization is there: so the function can check the signature too (shared/google/identity.ts).
 */
const requestWith = (token: string, body: Fields, key: string): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions => ({
  method: 'post',
  contentType: 'application/json',
  headers: { Authorization: `Bearer ${token}`, 'X-Serverless-Authorization': `Bearer ${token}`, 'Idempotency-Key': key },
  payload: JSON.stringify(body),
  muteHttpExceptions: true,
  followRedirects: false,
})

function call(address: string, request: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions): Outcome {
  let response: GoogleAppsScript.URL_Fetch.HTTPResponse
  try {
    response = UrlFetchApp.fetch(address, request)
  } catch {
    // Its text names the address; that nothing came back is all that people need.
    return { kind: 'no-answer' }
  }
  const status = response.getResponseCode()
  const document = fieldsOf(parsed(response.getContentText('UTF-8')))
  if (status === 200 && Object.keys(document).length > 0) return { document }
  const { code, message, hint } = fieldsOf(document.error)
  const seconds = /^\d{1,4}$/.exec(headerOf(response, 'retry-after'))?.[0] ?? ''
  return { kind: 'refused', status, code: plainText(code), message: plainText(message), hint: plainText(hint), seconds }
}

/** Google's own front answers in HTML. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function headerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse, name: string): string {
  const found = Object.entries(response.getAllHeaders()).find(([each]) => each.toLowerCase() === name)
  return String(found?.[1] ?? '')
}
