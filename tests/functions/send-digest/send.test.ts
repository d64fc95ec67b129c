import { afterEach, describe, expect, test } from 'vitest'
import { callMail, type DeployedMail, deployMail, SENDER } from '../../support/deployed-mail.ts'
import { ADMINISTRATOR, SCHEDULER, STAFF } from '../../support/google-keys.ts'

// The built functions as processes of their own, behind sign-in: who may have what sent, and faults.md F01, F33, F37, F38, security.md S12, S17.

const OTHER = 'canary-other@example.cn'
const RECIPIENTS = [STAFF, OTHER].map((email) => [email, 'Canary Person', 'county', 'en', 'weekly', false, true])
/** A figure that stands nowhere else. */
const FIGURE = 7_654_321
const ROWS = ['2025-02', '2025-03'].map((period) => [period, '甲铸造有限公司', null, FIGURE, null, null, null, null])

let deployed: DeployedMail
afterEach(() => deployed?.close())

const digests = () =>
  deployMail('send-digest', {
    today: '2025-04-14',
    recipients: RECIPIENTS,
    enterprises: [['甲铸造有限公司', null, null, null]],
    submissions: ROWS,
  })
const tick = () => ({
  'x-cloudscheduler-jobname': 'send-digest-daily',
  'x-cloudscheduler-scheduletime': new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
})

describe('a tick of the schedule', () => {
  test('each due digest once; called again, here or elsewhere, it is a duplicate and sends none (F01)', async () => {
    deployed = await digests()
    const [one, two] = [await deployed.start(), await deployed.start()]
    const [token, headers] = [await deployed.keys.token(SCHEDULER), tick()]
    const first = await callMail(one, token, {}, headers)
    expect([first.status, first.json]).toMatchObject([200, { messages: { planned: 2, sent: 2 }, stopped: null }])
    const second = await callMail(two, token, {}, headers)
    expect([second.status, second.json.run]).toMatchObject([200, { id: first.json.run.id, duplicateOf: first.json.run.id }])
    expect((await callMail(one, token, {}, headers)).json.run.id).toBe(first.json.run.id)
    expect(await deployed.reached()).toEqual([OTHER, STAFF])

    const mails = await deployed.mails()
    for (const { to, cc, bcc, headers: lines, html, from } of mails) {
      expect([to, cc, bcc].flat().flatMap((each) => each?.value ?? [])).toHaveLength(1)
      expect(lines.get('list')).toMatchObject({ unsubscribe: expect.anything() })
      expect(from?.value[0]?.address).toBe(SENDER)
      expect(String(html).includes('RMB 76.54 billion')).toBe(true)
    }
    for (const { output } of [one, two]) {
      expect(output()).toContain('"mailed"')
      for (const canary of [String(FIGURE), '76.54', 'canary', STAFF, 'Canary Person', token, '甲铸造'])
        expect(output().toLowerCase()).not.toContain(canary.toLowerCase())
    }
  })

  test('Storage down: 503 and no mail; the next call sends (F33)', async () => {
    deployed = await digests()
    const running = await deployed.start()
    const [token, headers] = [await deployed.keys.token(SCHEDULER), tick()]
    const effect = { kind: 'status', status: 503, retryAfter: 3_600 } as const
    deployed.county.apis.faults.add({ on: { pattern: '/storage/' }, times: 'forever', effect })
    const down = await callMail(running, token, {}, headers)
    expect([down.status, down.json.stopped]).toEqual([503, 'store-unavailable'])
    expect(await deployed.reached()).toEqual([])
    deployed.county.apis.faults.clear()
    expect((await callMail(running, token, {}, headers)).json.messages).toMatchObject({ planned: 2, sent: 2 })
    expect(await deployed.reached()).toEqual([OTHER, STAFF])
  })

  test('the mail server down: all wait, and the next call sends (F38)', async () => {
    deployed = await digests()
    const running = await deployed.start()
    const token = await deployed.keys.token(SCHEDULER)
    deployed.behaviour.value = ({ stage }) =>
      stage === 'CONNECT' ? { kind: 'answer', reply: '421 4.3.2 Service not available' } : undefined
    const down = await callMail(running, token, {}, tick())
    expect(down.json.messages).toMatchObject({ planned: 2, sent: 0, waiting: 2 })
    deployed.behaviour.value = () => undefined
    const next = await callMail(running, await deployed.keys.token(ADMINISTRATOR), {})
    expect([next.status, next.json.messages]).toMatchObject([200, { planned: 2, sent: 2 }])
    expect(await deployed.reached()).toEqual([OTHER, STAFF])
  })

  test('an address that fails stops nobody else and is tried no more (F37)', async () => {
    deployed = await digests()
    const running = await deployed.start()
    deployed.behaviour.value = ({ stage, recipient }) =>
      stage === 'RCPT' && recipient === OTHER ? { kind: 'answer', reply: '550 5.1.1 No such user' } : undefined
    const { json } = await callMail(running, await deployed.keys.token(SCHEDULER), {}, tick())
    expect(json.messages).toMatchObject({ planned: 2, sent: 1, rejected: 1 })
    expect(json.attention).toMatchObject([{ state: 'rejected', audience: 'county' }])
    deployed.behaviour.value = () => undefined
    await callMail(running, await deployed.keys.token(ADMINISTRATOR), {})
    expect(await deployed.reached()).toEqual([STAFF])
    expect(running.output()).not.toContain(OTHER)
  })
})

test('staff may have mail sent to themselves only, an administrator to anybody', async () => {
  deployed = await digests()
  const running = await deployed.start()
  const [clerk, head] = [await deployed.keys.token(STAFF), await deployed.keys.token(ADMINISTRATOR)]
  for (const body of [{}, { to: OTHER }]) expect((await running.call(clerk, body)).status).toBe(403)
  expect(await deployed.reached()).toEqual([])
  expect((await running.call(clerk, { to: STAFF })).status).toBe(200)
  expect(await deployed.reached()).toEqual([STAFF])
  expect((await running.call(head, { to: OTHER })).status).toBe(200)
  expect(await deployed.reached()).toEqual([OTHER, STAFF])
  expect((await running.call(head, { to: `${OTHER}, ${STAFF}` })).status).toBe(400)
})

test('reminders: whoever owes a report is told once, and nobody else', async () => {
  const enterprise = (name: string, email: string) => [name, ...Array(10).fill(null), 'Contact', email]
  deployed = await deployMail('send-reminders', {
    today: '2025-04-10',
    enterprises: [enterprise('甲铸造有限公司', 'paid@example.cn'), enterprise('乙碳素有限公司', 'owes@example.cn')],
    submissions: [...ROWS, ['2025-02', '乙碳素有限公司', null, 20, null, null, null, null]],
  })
  const running = await deployed.start()
  const [token, headers] = [await deployed.keys.token(SCHEDULER), tick()]
  const first = await callMail(running, token, {}, headers)
  expect([first.status, first.json.messages]).toMatchObject([200, { planned: 1, sent: 1 }])
  const again = await callMail(await deployed.start(), token, {}, headers)
  expect(again.json.run).toMatchObject({ id: first.json.run.id, duplicateOf: first.json.run.id })
  expect(await deployed.reached()).toEqual(['owes@example.cn'])
  const [mail] = await deployed.mails()
  expect([mail!.to].flat().flatMap((each) => each!.value)).toHaveLength(1)
  expect(mail!.headers.get('list')).toMatchObject({ unsubscribe: expect.anything() })
  expect((await running.call(await deployed.keys.token(STAFF), {})).status).toBe(403)
  for (const canary of ['owes@', 'paid@', String(FIGURE), token]) expect(running.output()).not.toContain(canary)
})
