import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

const ANN = 'ann@example.test'
const area = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 }

async function shared(role: string) {
  const emulator = await startEmulator()
  const { id, call } = emulator
  await call('POST', `/drive/v3/files/${id}/permissions`, { type: 'user', role, emailAddress: ANN })
  return emulator
}

it('takes no invalid token', async () => {
  const { apis, id } = await startEmulator()
  const response = await fetch(`${apis.url}/v4/spreadsheets/${id}`, { headers: { authorization: 'Bearer invalid' } })
  expect(await response.json()).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED' } })
})

it('shows a file only to those it is shared with', async () => {
  const { call, id } = await startEmulator()
  const { status, body } = await call('GET', `/v4/spreadsheets/${id}`, undefined, ANN)
  expect([status, body.error.message]).toEqual([403, 'The caller does not have permission'])
  expect((await call('GET', `/drive/v3/files/${id}`, undefined, ANN)).body.error.errors[0].reason).toBe('notFound')
  expect((await call('GET', '/drive/v3/files', undefined, ANN)).body.files).toEqual([])
})

it('lets a reader read and not write; taking the permission away shuts out', async () => {
  const { call, id, write } = await shared('reader')
  expect((await call('GET', `/v4/spreadsheets/${id}`, undefined, ANN)).status).toBe(200)
  expect((await write('A1', [[1]], 'RAW', ANN)).status).toBe(403)
  const { body } = await call('GET', `/drive/v3/files/${id}/permissions?fields=permissions(id,emailAddress,role)`)
  const { id: permission } = body.permissions.find((entry: { emailAddress: string }) => entry.emailAddress === ANN)
  expect((await call('PATCH', `/drive/v3/files/${id}/permissions/${permission}`, { role: 'writer' })).body.role).toBe('writer')
  expect((await write('A1', [[1]], 'RAW', ANN)).status).toBe(200)
  expect((await call('DELETE', `/drive/v3/files/${id}/permissions/${permission}`)).status).toBe(204)
  expect((await write('A1', [[1]], 'RAW', ANN)).status).toBe(403)
})

it('guards protected cells with status 400, from all but owner and editors', async () => {
  const { batch, write, read } = await shared('writer')
  await batch([{ addProtectedRange: { protectedRange: { protectedRangeId: 7, range: area } } }])
  const refused = await write(
    'B2:C3',
    [
      [1, 2],
      [3, 4],
    ],
    'RAW',
    ANN,
  )
  expect(refused.status).toBe(400)
  expect(refused.body.error.message).toContain('You are trying to edit a protected cell or object.')
  expect(await read('Sheet1')).toEqual([])
  expect((await write('C3', [[1]], 'RAW', ANN)).status).toBe(200)
  expect((await write('A1', [[1]])).status).toBe(200)
  const request = { updateCells: { start: {}, rows: [{ values: [{}] }], fields: 'userEnteredValue' } }
  expect((await batch([request], ANN)).body.error.message).toMatch(/^Invalid requests\[0\].updateCells: You are trying/)
  expect((await batch([{ deleteProtectedRange: { protectedRangeId: 7 } }], ANN)).status).toBe(400)
  expect((await batch([{ deleteSheet: { sheetId: 0 } }], ANN)).status).toBe(400)
  await batch([
    { updateProtectedRange: { protectedRange: { protectedRangeId: 7, editors: { users: [ANN] } }, fields: 'editors' } },
  ])
  expect((await write('A1', [[2]], 'RAW', ANN)).status).toBe(200)
})

it('only warns where a range is warningOnly, and leaves unprotected parts open', async () => {
  const { batch, write } = await shared('writer')
  await batch([
    { addProtectedRange: { protectedRange: { protectedRangeId: 7, range: { sheetId: 0 }, unprotectedRanges: [area] } } },
  ])
  expect(
    (
      await write(
        'A1:B2',
        [
          [1, 2],
          [3, 4],
        ],
        'RAW',
        ANN,
      )
    ).status,
  ).toBe(200)
  expect((await write('A1:C1', [[1, 2, 3]], 'RAW', ANN)).status).toBe(400)
  await batch([{ updateProtectedRange: { protectedRange: { protectedRangeId: 7, warningOnly: true }, fields: 'warningOnly' } }])
  expect((await write('A1:C1', [[1, 2, 3]], 'RAW', ANN)).status).toBe(200)
})
