import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import { STAFF } from '../../support/google-keys.ts'

// faults.md F12 on the built function, in a heap that is much too small for the rows.

const ROWS = 60_000
const MONTHS = 12
const NAMES = Array.from({ length: ROWS / MONTHS }, (_, index) => `第${index}号企业`)
const submissions = NAMES.flatMap((name) =>
  Array.from({ length: MONTHS }, (_, month): CellValue[] => [
    `2024-${String(month + 1).padStart(2, '0')}`,
    name,
    null,
    100 * (month + 1),
    null,
    null,
    null,
    null,
  ]),
)

let deployed: DeployedFunction
beforeAll(async () => {
  deployed = await deployRecalculate({ enterprises: NAMES.map((name) => [name, null, null, null]), submissions })
}, 120_000)
afterAll(() => deployed?.close())

test('killed for want of memory it leaves nothing half-written; with its limit set it says how many rows there are', async () => {
  const { county, keys, start } = deployed
  const token = await keys.token(STAFF)
  const shown = async () =>
    JSON.stringify([await county.show('summary'), await county.show('problems'), await county.show('history')])
  const before = await shown()

  const small = { NODE_OPTIONS: '--max-old-space-size=64' }
  const killed = await start({ ...small, TALLYSHEET_MOST_ROWS: '100000' })
  await expect(killed.call(token)).rejects.toThrow()
  expect(await killed.exited).not.toBe(0)
  expect(killed.output()).toContain('heap out of memory')
  expect(await shown()).toBe(before)

  const limited = await start({ ...small, TALLYSHEET_MOST_ROWS: '10000' })
  const { status, json } = await limited.call(token)
  expect([status, json.error.code]).toEqual([409, 'too-large'])
  expect(json.error.message).toContain('has 60000 rows, and the program can take 10000')
  const failed = limited.lines().find(({ message }) => message === 'recalculation failed')
  expect(failed).toMatchObject({ severity: 'ERROR', code: 'too-large', rows: '60000', most: '10000' })
  expect((await county.show('summary'))[1]![0]).toContain('has 60000 rows')

  const large = await start({ TALLYSHEET_MOST_ROWS: '100000' })
  expect((await large.call(token)).status).toBe(200)
  expect((await county.show('summary'))[1]![0]).not.toContain('has 60000 rows')
}, 120_000)
