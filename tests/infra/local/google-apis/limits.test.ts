import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

it('refuses cells, grids and ranges beyond the limits', async () => {
  const { batch, write } = await startEmulator()
  expect((await write('A1', [['x'.repeat(50_001)]])).body.error.message).toBe(
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  )
  expect((await write('A1', [['x'.repeat(50_000)]])).status).toBe(200)
  expect((await batch([{ appendDimension: { dimension: 'ROWS', length: 400_000 } }])).body.error.message).toBe(
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  )
  expect((await write('A1:B2', [[1], [2], [3]])).body.error.message).toBe(
    "Requested writing within range ['Sheet1'!A1:B2], but tried writing to row [3]",
  )
  expect((await write('Sheet1!A1000', [[1], [2]])).body.error.message).toContain('tried writing to row [1001]')
  expect((await write('Sheet1!A1001', [[1]])).body.error.message).toContain('exceeds grid limits')
  expect((await write('Nope!A1', [[1]])).body.error.message).toBe('Unable to parse range: Nope!A1')
})

it('answers a bad body as Google does', async () => {
  const { call, id, batch } = await startEmulator()
  const { body } = await call('PUT', `/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { values: 'X' })
  expect(body.error.message).toBe(`Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"`)
  expect((await batch([{ noSuchRequest: {} }])).body.error.message).toContain('Unknown name "noSuchRequest"')
  expect((await call('GET', '/v4/spreadsheets/nope')).body.error).toEqual({
    code: 404,
    message: 'Requested entity was not found.',
    status: 'NOT_FOUND',
  })
  expect((await call('GET', '/nothing/here')).status).toBe(404)
})

it('counts calls a minute and refuses the next', async () => {
  let now = 0
  const { call, id } = await startEmulator({ quotas: { perUser: 3, perProject: 5 }, now: () => now })
  const get = (user?: string) => call('GET', `/v4/spreadsheets/${id}`, undefined, user)
  for (let count = 0; count < 3; count++) expect((await get()).status).toBe(200)
  const refused = await get()
  expect(refused.status).toBe(429)
  expect(refused.body.error).toMatchObject({ status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED' }] })
  expect((await get('ann@example.test')).status).toBe(403)
  now += 60_000
  expect((await get()).status).toBe(200)
})

it('reads 100,000 rows and writes 20,000 cells quickly', async () => {
  const { apis, batch, call, id, read } = await startEmulator()
  await batch([{ appendDimension: { dimension: 'ROWS', length: 99_000 } }])
  const { grid } = apis.state.get(id)!.spreadsheet.sheets[0]!
  for (let row = 0; row < 100_000; row++)
    for (let column = 0; column < 8; column++) grid.set(row, column, column % 2 ? row * column : `text ${row}`)
  const started = performance.now()
  const { body } = await call(
    'GET',
    `/v4/spreadsheets/${id}/values:batchGet?ranges=Sheet1!A1:H100000&valueRenderOption=UNFORMATTED_VALUE`,
  )
  expect(performance.now() - started).toBeLessThan(3000)
  expect(body.valueRanges[0].values).toHaveLength(100_000)
  const rows = Array.from({ length: 2500 }, (_, row) => ({
    values: Array.from({ length: 8 }, (_, column) => ({ userEnteredValue: { numberValue: row + column } })),
  }))
  const writing = performance.now()
  await batch([{ updateCells: { start: {}, rows, fields: 'userEnteredValue' } }])
  expect(performance.now() - writing).toBeLessThan(1500)
  expect(await read('A2500')).toEqual([['2499']])
})
