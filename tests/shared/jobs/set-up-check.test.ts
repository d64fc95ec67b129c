import { afterEach, describe, expect, test } from 'vitest'
import { recalculate } from '../../../shared/jobs/recalculate.ts'
import { silentLog } from '../../../shared/log.ts'
import { type MadeWorkbook, makeSmallWorkbook, makeWorkbook, SMALL_SAMPLE } from './set-up-workbook.ts'

let book: MadeWorkbook
afterEach(() => book.apis.close())

const ACCOUNT = 'tallysheet@example.test'
const HEAD = 'head@county.test'
const file = () => book.apis.state.get(book.spreadsheetId)!
const person = (emailAddress: string, role: 'owner' | 'writer') => ({
  id: emailAddress,
  type: 'user' as const,
  role,
  emailAddress,
})
const wrong = async () => {
  const { ok, findings } = await book.check()
  const bad = findings.filter((finding) => !finding.ok)
  expect(ok).toBe(bad.length === 0)
  return bad
}
const typed = (sheetId: number, rowIndex: number, columnIndex: number, stringValue: string) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
})

describe('access', () => {
  test('a spreadsheet that is not shared is said plainly, with what an organisation may forbid', async () => {
    book = await makeSmallWorkbook('en')
    file().permissions = [person(HEAD, 'owner')]
    expect(await wrong()).toEqual([
      {
        check: 'access',
        ok: false,
        where: '',
        message: 'Google refuses access to the spreadsheet.',
        hint: expect.stringMatching(/Share the spreadsheet.*policy may forbid/),
      },
    ])
  })

  test('one that was deleted too', async () => {
    book = await makeSmallWorkbook('en')
    book.apis.state.delete(book.spreadsheetId)
    expect(await wrong()).toMatchObject([{ check: 'access', hint: expect.stringContaining('out of the bin') }])
  })

  test('without permission nothing is tried again, and set-up fails with the same words', async () => {
    book = await makeSmallWorkbook('en')
    file().permissions = [person(HEAD, 'owner')]
    await expect(book.setUp()).rejects.toMatchObject({ code: 'not-shared' })
  })
})

describe('a program that is an editor, not the owner', () => {
  test('sets up and puts right a spreadsheet that was shared with it', async () => {
    book = await makeSmallWorkbook('en')
    file().permissions = [person(HEAD, 'owner'), person(ACCOUNT, 'writer')]
    book.edit({ deleteSheet: { sheetId: book.sheetId('problems') } })
    expect((await book.setUp()).repaired).toEqual(['made the tab “Problems”'])
    expect(await wrong()).toEqual([])
  })

  test('says which protection of others is in its way, and writes nothing', async () => {
    book = await makeSmallWorkbook('en')
    file().permissions = [person(HEAD, 'owner'), person(ACCOUNT, 'writer')]
    const range = { sheetId: book.sheetId('summary') }
    book.edit({ addProtectedRange: { protectedRange: { range, description: 'mine alone', editors: { users: [HEAD] } } } })
    expect(await wrong()).toMatchObject([
      { check: 'protection', where: '“Summary” mine alone', hint: expect.stringContaining('editors') },
    ])
    const before = JSON.stringify(await book.bodies())
    expect(await book.setUp()).toMatchObject({ repaired: [] })
    expect(JSON.stringify(await book.bodies())).toBe(before)
  })
})

describe('what people keep', () => {
  test('settings, targets and registers that can’t be read are named with their cells', async () => {
    book = await makeSmallWorkbook('en')
    book.edit(
      typed(book.sheetId('settings'), 4, 1, 'soon'),
      typed(book.sheetId('targets'), 1, 3, 'happiness'),
      typed(book.sheetId('enterprises'), 1, 3, 'no such cluster'),
    )
    expect(await wrong()).toMatchObject([
      { check: 'settings', where: '“Settings” B5' },
      { check: 'targets', where: '“Targets” D2' },
      { check: 'registers', where: '“Enterprises” D2' },
    ])
  })

  test('a column that stands twice is named with both cells', async () => {
    book = await makeSmallWorkbook('en')
    const sheetId = book.sheetId('submissions')
    book.edit(
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
      typed(sheetId, 0, 10, 'Cumulative output (10,000 yuan)'),
    )
    expect((await wrong()).filter(({ check }) => check === 'columns')).toMatchObject([{ where: '“Submissions” D1, K1' }])
  })

  test('several enterprises in one workbook must have been decided on', async () => {
    book = await makeWorkbook('zh-CN', { ...SMALL_SAMPLE, settings: [] })
    expect(await wrong()).toMatchObject([{ check: 'confidentiality', message: expect.stringContaining('多家企业') }])
  })
})

test('a workbook that was recalculated is still as it should be', async () => {
  book = await makeSmallWorkbook('en')
  const world = { now: () => new Date('2025-04-12T00:00:00Z'), random: Math.random, log: silentLog, workbook: book.open() }
  await recalculate({ reason: 'test', who: 'test' }, world)
  expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
  expect(await wrong()).toEqual([])
})
