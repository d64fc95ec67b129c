import { afterAll, beforeAll, expect, test } from 'vitest'
import { type County, startCounty } from '../../support/county.ts'
import { runCli } from '../../support/run-cli.ts'

let county: County
beforeAll(async () => {
  county = await startCounty({ language: 'en' })
})
afterAll(() => county.close())

const check = () => runCli(['check'], { TALLYSHEET_GOOGLE_URL: county.apis.url, TALLYSHEET_SPREADSHEET_ID: county.spreadsheetId })

test('all in place: a line for each check, and 0', async () => {
  const { code, stdout } = await check()
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').length).toBeGreaterThan(10)
  expect(stdout).not.toContain('!!')
})

test('what isn’t in place is said with its place, and 1', async () => {
  const rows = await county.show('settings')
  const row = rows.findIndex(([key]) => key === 'dueDay') + 1
  county.edit({ kind: 'editCell', sheet: 'Settings', cell: `B${row}`, value: 'soon' })
  const { code, stdout } = await check()
  expect(code).toBe(1)
  const [line, ...more] = stdout.split('\n').filter((each) => each.startsWith('!!'))
  expect(more).toEqual([])
  expect(line).toMatch(new RegExp(`^!!  Settings: .*Settings.*B${row}`))
})
