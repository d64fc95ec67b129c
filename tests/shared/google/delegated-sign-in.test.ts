import { afterEach, expect, it } from 'vitest'
import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { SIGNING_SCOPES, signInAs } from '../../../shared/google/delegated-sign-in.ts'
import { openGmailDoor } from '../../../shared/google/gmail-door.ts'
import { GMAIL_SCOPES, STORAGE_SCOPES, signIn } from '../../../shared/google/sign-in.ts'
import { madePacing } from '../../support/made-pacing.ts'
import { mailTo } from './mails.ts'

/** Who the emulated sign-in is. */
const ACCOUNT = 'tallysheet@example.test'
const USER = 'bureau@example.test'
const MAIL = mailTo('zhang@example.test', 'k1')

const running: GoogleApis[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((apis) => apis.close()))
})

async function start(given: { scopes?: readonly string[]; now?: () => Date; account?: string } = {}) {
  const { scopes = GMAIL_SCOPES, now = () => new Date(), account = ACCOUNT } = given
  const apis = await startGoogleApis({ delegations: { [ACCOUNT]: GMAIL_SCOPES, 'other@example.test': GMAIL_SCOPES } })
  running.push(apis)
  const access = signInAs({ access: signIn(apis.url, true, SIGNING_SCOPES), serviceAccount: account, user: USER, scopes, now })
  const mimeOf = async () => Buffer.from('To: a@x.test\r\nX-Tallysheet-Key: k1\r\n\r\nbody')
  return { apis, door: openGmailDoor({ access, pacing: madePacing(), mimeOf, timeoutMs: 5_000 }) }
}

it('the mail leaves from the mailbox of the user, with one token for all calls', async () => {
  const { apis, door } = await start()
  expect(await door.send(MAIL, await door.prepare(MAIL))).toMatchObject({ state: 'sent' })
  expect(apis.mailboxes.accepted.map(({ user }) => user)).toEqual([USER])
  expect(apis.requests.entries.filter(({ path }) => path === '/token')).toHaveLength(1)
  expect(apis.requests.entries.map(({ path, email }) => (path.startsWith('/gmail/') ? email : null))).toContain(USER)
})

it.each([
  ['scopes that nobody allowed', { scopes: [...GMAIL_SCOPES, ...STORAGE_SCOPES] }],
  ['a claim that has run out', { now: () => new Date(Date.now() - 7_200_000) }],
  ['an account that may not sign for the other', { account: 'other@example.test' }],
  ['an account that is none', { account: 'none@example.test' }],
])('%s: nobody is written to', async (_, given) => {
  const { apis, door } = await start(given)
  await expect(door.prepare(MAIL)).rejects.toMatchObject({ code: 'sign-in' })
  expect(await door.send(MAIL, 'r1')).toEqual({ state: 'stopped', reason: 'sign-in' })
  expect(await door.reconcile(MAIL, 'r1')).toBe('unknown')
  expect(apis.mailboxes.accepted).toEqual([])
})

it.each(['^POST /token$', ':signJwt$'])('%s down for a moment is waited for (F31)', async (pattern) => {
  const { apis, door } = await start()
  apis.faults.add({ on: { pattern }, times: 2, effect: { kind: 'status', status: 503 } })
  expect(await door.send(MAIL, await door.prepare(MAIL))).toMatchObject({ state: 'sent' })
})

it('no failure tells the token or the claim', async () => {
  const { apis, door } = await start()
  apis.faults.add({ on: { pattern: '^POST /token$' }, times: 'forever', effect: { kind: 'status', status: 401 } })
  const failure = await door.prepare(MAIL).catch((thrown) => thrown)
  expect(String(failure)).toBe('Failure: sign-in')
  expect(JSON.stringify(failure)).not.toMatch(/eyJ|user:/)
})
