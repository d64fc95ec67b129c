import { afterEach, beforeEach, expect, test } from 'vitest'
import { callMail, type DeployedMail, deployMail } from '../../support/deployed-mail.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { SCHEDULER } from '../../support/google-keys.ts'

// faults.md F10 and F11 on the whole built function: really killed (SIGKILL), called again by the schedule, on another instance.

const ADDRESSES = ['a@example.cn', 'b@example.cn']
const TAB = 'Submissions'

let deployed: DeployedMail
let first: FunctionProcess
let token: string
const headers = {
  'x-cloudscheduler-jobname': 'send-digest-daily',
  'x-cloudscheduler-scheduletime': new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
}

beforeEach(async () => {
  deployed = await deployMail('send-digest', {
    today: '2025-04-14',
    recipients: ADDRESSES.map((email) => [email, 'Clerk', 'county', 'en', 'weekly', false, true]),
    enterprises: [['甲铸造有限公司', null, null, null]],
    submissions: ['2025-02', '2025-03'].map((period, month) => [
      period,
      '甲铸造有限公司',
      null,
      11_000 * (month + 1),
      null,
      null,
      null,
      null,
    ]),
  })
  first = await deployed.start()
  token = await deployed.keys.token(SCHEDULER)
})
afterEach(() => deployed.close())

/** Calls, and is killed at the moment that `when` waits for. */
async function callAndKill(when: () => Promise<unknown>): Promise<void> {
  const answer = first.call(token, {}, headers).catch(() => 'no answer')
  await when()
  first.child.kill('SIGKILL')
  expect(await answer).toBe('no answer')
}
const callAgain = async () => callMail(await deployed.start(), token, {}, headers)
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
const changeFigure = (value: number) =>
  expect(deployed.county.apis.editors.apply({ edits: [{ kind: 'editCell', sheet: TAB, cell: 'D3', value }] })).toBe(0)
const texts = async () => (await deployed.mails()).map(({ html }) => String(html))

test('F10: killed after the commit, before anything was planned: the next call commits anew and sends what it computed', async () => {
  const { faults } = deployed.county.apis
  faults.add({ on: { pattern: '/storage/' }, times: 'forever', effect: { kind: 'delay', ms: 60_000 } })
  await callAndKill(() => until(async () => (await deployed.county.show('runs')).length === 2))
  faults.clear()
  expect(await deployed.reached()).toEqual([])
  changeFigure(33_000)
  expect((await callAgain()).json.messages).toMatchObject({ planned: 2, sent: 2 })
  expect(await deployed.reached()).toEqual(ADDRESSES)
  for (const html of await texts()) expect(html).toContain('RMB 330.00 million')
})

/** Answers to writes of the outbox don't come any more after so many. */
const stopWritesAfter = (count: number) =>
  deployed.county.apis.faults.add({
    on: { pattern: '^POST /upload/storage' },
    nth: count + 1,
    times: 'forever',
    effect: { kind: 'delay', ms: 60_000 },
  })
const writesAnswered = () => deployed.county.apis.requests.entries.filter(({ path }) => path.startsWith('/upload/')).length
/** Writes until two messages are planned: what is due, both, and twice what was done. */
const PLANNED = 5

test('F10: killed when all is planned, before the first mail: the frozen content goes out, not the new figures', async () => {
  stopWritesAfter(PLANNED)
  await callAndKill(() => until(() => writesAnswered() === PLANNED))
  deployed.county.apis.faults.clear()
  expect(await deployed.reached()).toEqual([])
  changeFigure(33_000)
  expect((await callAgain()).json.messages).toMatchObject({ sent: 2, needsDecision: 0 })
  expect(await deployed.reached()).toEqual(ADDRESSES)
  for (const html of await texts()) expect(html).toContain('RMB 220.00 million')
})

test('F11: killed when the mail server had accepted, before that was recorded: nobody gets it twice', async () => {
  deployed.behaviour.value = ({ stage, nth }) => {
    if (stage === 'MESSAGE' && nth === 1) stopWritesAfter(0)
    return undefined
  }
  await callAndKill(() => until(async () => (await deployed.reached()).length > 0))
  expect(await deployed.reached()).toEqual([ADDRESSES[0]])
  deployed.county.apis.faults.clear()
  deployed.behaviour.value = () => undefined

  // What is in doubt waits while its claim holds, since whoever claimed it might live; kills.test.ts goes on from there.
  expect((await callAgain()).json.messages).toMatchObject({ sent: 1, waiting: 1 })
  expect((await callAgain()).json.messages).toMatchObject({ sent: 1, waiting: 1 })
  expect(await deployed.reached()).toEqual(ADDRESSES)
})
