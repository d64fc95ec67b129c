import { afterEach, expect, test } from 'vitest'
import type { PersonEdit } from '../../../infra/local/google-apis/editors.ts'
import { COLUMNS } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'

// The formula is one cell that people can reach: whatever happens to it, the next run has the verdicts back beside their rows.

let county: County
afterEach(() => county?.close())

const { tab, header, verdict } = textsFor('zh-CN').workbook
const STATUS = COLUMNS.submissions.indexOf('status')
const sheet = tab.submissions

const deleteColumns = (startIndex: number, endIndex: number): PersonEdit => {
  const { sheetId } = county.apis.state.all[0]!.spreadsheet.sheetTitled(sheet)!
  return {
    kind: 'requests',
    requests: [{ deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex } } }],
  }
}

test.each<[string, () => PersonEdit]>([
  ['typed over', () => ({ kind: 'editCell', sheet, cell: 'I1', value: '情况' })],
  ['blocked by a text below', () => ({ kind: 'editCell', sheet, cell: 'I4', value: '已核' })],
  ['blocked by a text beside', () => ({ kind: 'editCell', sheet, cell: 'J1', value: '备注' })],
  ['deleted with its column', () => deleteColumns(STATUS, STATUS + 1)],
  ['deleted with both columns', () => deleteColumns(STATUS, STATUS + 2)],
])('the status formula, %s, is put back', async (_how, edit) => {
  county = await startCounty()
  await county.recalculate()
  const before = await county.show('submissions')
  county.edit(edit())
  await county.recalculate()
  const after = await county.show('submissions')
  expect(after.map((row) => row.slice(0, STATUS + 1))).toEqual(before.map((row) => row.slice(0, STATUS + 1)))
  expect(after[0]!.slice(STATUS)).toEqual([header.submissions.status, header.submissions.message])
  expect(after.slice(1, 7).map((row) => row[STATUS])).toEqual(Array(6).fill(verdict.accepted))
})
