import { expect, it } from 'vitest'
import { randomEdit } from '../../../../infra/local/google-apis/random-edits.ts'
import { seededRandom } from '../../../../shared/model/seeded-random.ts'
import { startEmulator } from './emulator.ts'

it('refuses the nth call, then goes on', async () => {
  const { apis, get, write } = await startEmulator()
  apis.faults.add({ on: 'read', nth: 2, effect: { kind: 'status', status: 429, retryAfter: 7 } })
  expect((await get()).status).toBe(200)
  expect((await write('A1', [[1]])).status).toBe(200)
  const refused = await fetch(`${apis.url}/v4/spreadsheets/${apis.state.all[0]!.id}`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7'])
  expect(await refused.json()).toMatchObject({ error: { status: 'RESOURCE_EXHAUSTED' } })
  expect((await get()).status).toBe(200)
})

it('refuses for ever until cleared, and only where the pattern says', async () => {
  const { apis, get, write } = await startEmulator()
  apis.faults.add({ on: { pattern: '^PUT .*/values/' }, times: 'forever', effect: { kind: 'status', status: 503 } })
  for (let count = 0; count < 3; count++) expect((await write('A1', [[1]])).status).toBe(503)
  expect((await get()).status).toBe(200)
  apis.faults.clear()
  expect((await write('A1', [[1]])).status).toBe(200)
})

it('loses the connection before or after applying', async () => {
  const { apis, read, write } = await startEmulator()
  apis.faults.add({ on: 'write', effect: { kind: 'reset' } })
  await expect(write('A1', [['never']])).rejects.toThrow()
  expect(await read('A1')).toEqual([])
  apis.faults.add({ on: 'write', effect: { kind: 'lost' } })
  await expect(write('A1', [['applied']])).rejects.toThrow()
  expect(await read('A1')).toEqual([['applied']])
  expect(apis.requests.entries.filter(({ status }) => status === 0)).toHaveLength(2)
})

it('spoils answers: web page, nothing, half, late, slow', async () => {
  const { apis, get } = await startEmulator()
  apis.faults.add({ on: 'read', effect: { kind: 'html' } })
  expect((await get()).body).toContain('<!DOCTYPE html>')
  apis.faults.add({ on: 'read', effect: { kind: 'empty' } })
  expect(await get()).toEqual({ status: 200, body: '' })
  apis.faults.add({ on: 'read', effect: { kind: 'cut' } })
  await expect(get()).rejects.toThrow()
  for (const effect of [
    { kind: 'delay', ms: 120 },
    { kind: 'drip', ms: 15, bytes: 50 },
  ] as const) {
    apis.faults.add({ on: 'read', effect })
    const started = performance.now()
    expect((await get()).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(80)
  }
})

it('is steered over HTTP', async () => {
  const { call, get, write, read, id } = await startEmulator()
  await call('POST', '/_emulator/faults', { on: 'read', effect: { kind: 'status', status: 500 } })
  expect((await get()).status).toBe(500)
  await write('A1:A3', [['h'], ['b'], ['a']])
  expect(
    (
      await call('POST', '/_emulator/edits', {
        edits: [
          { kind: 'sort', sheet: 'Sheet1', column: 'A' },
          { kind: 'deleteTab', sheet: 'Sheet1' },
        ],
      })
    ).body,
  ).toEqual({ refused: 1 })
  expect(await read('Sheet1')).toEqual([['h'], ['a'], ['b']])
  const { body } = await call('GET', '/_emulator/requests')
  expect([body.reads, body.writes]).toEqual([2, 2])
  expect(body.entries.at(-1)).toMatchObject({
    method: 'GET',
    path: `/v4/spreadsheets/${id}/values/Sheet1`,
    kind: 'read',
    status: 200,
  })
})

it('lets colleagues edit between calls', async () => {
  const { apis, read, write } = await startEmulator()
  await write('A1:A2', [['head'], ['row']])
  apis.editors.before({
    on: 'read',
    nth: 2,
    script: {
      edits: [
        { kind: 'insertRow', sheet: 'Sheet1', row: 2 },
        { kind: 'editCell', sheet: 'Sheet1', cell: 'A2', value: '5%' },
        { kind: 'renameTab', sheet: 'Sheet1', title: 'Other' },
      ],
    },
  })
  expect(await read('A1:A3')).toEqual([['head'], ['row']])
  expect(await read('A1:A3')).toEqual([['head'], ['5%'], ['row']])
  expect(await read('Other!A2')).toEqual([['5%']])
})

it('makes the same random edits from the same seed', async () => {
  const histories = []
  for (let run = 0; run < 2; run++) {
    const { apis, write, id, read } = await startEmulator()
    await write(
      'A1:C20',
      Array.from({ length: 20 }, (_, row) => [`r${row}`, row, row * row]),
    )
    const random = seededRandom(42)
    const { spreadsheet } = apis.state.get(id)!
    for (let count = 0; count < 50; count++) {
      const edit = randomEdit(random, spreadsheet, ['Sheet1'])
      if (edit) apis.editors.apply({ edits: [edit] })
    }
    histories.push(await read('Sheet1'))
  }
  expect(histories[0]).toEqual(histories[1])
})
