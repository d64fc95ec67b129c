import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { check } from '../../../shared/jobs/check.ts'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { ADMINISTRATOR, SCHEDULER, STAFF } from '../../support/google-keys.ts'

// `POST /check` of the built function: what `tallysheet check` says, to staff, with nothing written.

let deployed: DeployedFunction
let running: FunctionProcess
let token: string
beforeEach(async () => {
  deployed = await deployRecalculate()
  running = await deployed.start()
  token = await deployed.keys.token(STAFF)
})
afterEach(() => deployed?.close())

const asked = () => deployed.county.apis.requests.entries.length
const checked = (body: object = {}, headers: Record<string, string> = {}, by = token) => running.call(by, body, headers, 'check')

/** All that the emulated Google holds. */
async function held(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-held-'))
  await deployed.county.apis.saveTo(folder)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')])
  rmSync(folder, { recursive: true })
  return Object.fromEntries(texts)
}

describe('who may do what', () => {
  const WHO = ['scheduler', 'staff', 'administrator', 'stranger', 'nobody'] as const
  const EMAIL = { scheduler: SCHEDULER, staff: STAFF, administrator: ADMINISTRATOR, stranger: 'stranger@bureau.example' }
  test.each([
    ['check', { scheduler: 403, staff: 200, administrator: 200, stranger: 403, nobody: 401 }],
    ['recalculate', { scheduler: 200, staff: 200, administrator: 200, stranger: 403, nobody: 401 }],
    ['', { scheduler: 200, staff: 200, administrator: 200, stranger: 403, nobody: 401 }],
    ['send-digest', { scheduler: 404, staff: 404, administrator: 404, stranger: 404, nobody: 404 }],
  ])('/%s', async (action, expected) => {
    const statuses: Record<string, number> = {}
    for (const who of WHO) {
      const before = asked()
      const by = who === 'nobody' ? undefined : await deployed.keys.token(EMAIL[who])
      statuses[who] = (await running.call(by, {}, {}, action)).status
      if (statuses[who] !== 200) expect(asked()).toBe(before)
    }
    expect(statuses).toEqual(expected)
    expect(deployed.keys.fetched()).toBeLessThanOrEqual(1)
  })

  test('behind Cloud Run a token without its signature, which is good for the schedule only, is good for no check', async () => {
    const behind = await deployed.start({ TALLYSHEET_FRONT: 'cloud-run' })
    const [header, claims] = (await deployed.keys.token(SCHEDULER)).split('.')
    const removed = `${header}.${claims}.SIGNATURE_REMOVED_BY_GOOGLE`
    expect((await behind.call(removed, {}, {}, 'recalculate')).status).toBe(200)
    expect((await behind.call(removed, {}, {}, 'check')).status).toBe(403)
  })
})

describe('the answer', () => {
  test('is the document of the command, and nothing is written', async () => {
    const { county } = deployed
    expect((await running.call(token)).status).toBe(200)
    const [before, writes] = [await held(), county.apis.requests.writes]
    expect(Object.keys(before).length).toBeGreaterThan(0)
    const { status, json } = await checked()
    expect(status).toBe(200)
    const workbook = county.open()
    expect(json).toEqual(await check({ language: 'zh-CN', today: county.today }, county.world(workbook)))
    expect(json).toMatchObject({ ok: true, language: 'en' })
    expect([county.apis.requests.writes - writes, workbook.requests.write]).toEqual([0, 0])
    expect(await held()).toEqual(before)
  })

  test('of a workbook that lacks a tab names it, with everything else, and still nothing is written', async () => {
    const { county } = deployed
    const { sheets } = await county.open().structure()
    const { sheetId } = sheets.find(({ key }) => key === 'targets')!
    await county.open().commit([{ deleteSheet: { sheetId } }])
    const [before, writes] = [await held(), county.apis.requests.writes]
    const { status, json } = await checked()
    expect([status, json.ok]).toEqual([200, false])
    expect(json.findings.filter(({ ok }) => !ok)).toContainEqual({
      check: 'tabs',
      ok: false,
      where: '“Targets”',
      message: 'The tab “Targets” is missing.',
      hint: expect.stringContaining('set-up'),
    })
    expect(county.apis.requests.writes).toBe(writes)
    expect(await held()).toEqual(before)
    await vi.waitFor(() =>
      expect(running.lines()).toContainEqual({ severity: 'INFO', message: 'checked', ok: false, wrong: expect.any(Number) }),
    )
  })

  test('is a finding where the spreadsheet isn’t shared or is gone, in the language of the configuration', async () => {
    for (const status of [403, 404]) {
      deployed.county.apis.faults.add({ on: 'any', times: 1, effect: { kind: 'status', status } })
      const { status: got, json } = await checked()
      expect([got, json]).toEqual([
        200,
        { ok: false, language: 'en', findings: [expect.objectContaining({ check: 'access', ok: false })] },
      ])
    }
  })

  test('is a failure where the workbook can’t be taken in', async () => {
    const limited = await deployed.start({ TALLYSHEET_MOST_ROWS: '2' })
    const before = await held()
    const { status, json } = await limited.call(token, {}, {}, 'check')
    expect([status, json.error.code]).toEqual([409, 'too-large'])
    expect(await held()).toEqual(before)
  })

  test.each([[{ reason: 'menu' }], [{ asOf: '2025-03-31' }]])('to %j, which a check doesn’t know, is 400', async (body) => {
    const before = asked()
    const { status, json } = await checked(body)
    expect([status, json.error.code]).toEqual([400, 'wrong-usage'])
    expect(asked()).toBe(before)
  })
})

describe('repeated and many', () => {
  test('the same Idempotency-Key gets the same answer, other parameters 422, and it is another key for another action', async () => {
    const key = { 'idempotency-key': 'click-1' }
    const first = await checked({}, key)
    const before = asked()
    expect((await checked({}, key)).json).toEqual(first.json)
    expect(asked()).toBe(before)
    expect((await checked({ reason: 'x' }, key)).json.error.code).toBe('key-reused')
    const recalculated = await running.call(token, { reason: 'x' }, key)
    expect([recalculated.status, recalculated.json.run.asOf]).toEqual([200, deployed.county.today])
  })

  test('equal bodies at once: each action gives its own document', async () => {
    const answers = await Promise.all(
      ['check', 'recalculate', 'check', '', 'check'].map((action) => running.call(token, {}, {}, action)),
    )
    expect(answers.map(({ status, json }) => [status, 'findings' in json, 'run' in json])).toEqual(
      [true, false, true, false, true].map((isCheck) => [200, isCheck, !isCheck]),
    )
  })

  test('S24: a caller has thirty checks at once, which share their runs, and they don’t use up recalculations', async () => {
    const before = asked()
    const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await checked()).status))
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30)
    // Those that are let in share their runs: of five requests each.
    expect(asked() - before).toBeLessThan(30)
    expect((await running.call(token)).status).toBe(200)
    expect((await checked({}, {}, await deployed.keys.token(ADMINISTRATOR))).status).toBe(200)
  })
})
