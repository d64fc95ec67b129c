import { describe, expect, test } from 'vitest'
import { absentColumns, type ColumnFault, findColumns, isColumnFault } from '../../../shared/intake/find-columns.ts'
import { type CellValue, COLUMNS, type TableKey } from '../../../shared/model/tabs.ts'
import { workbookEn } from '../../../shared/model/texts/en/workbook.ts'
import { columnsOf, headersOf } from './sheets.ts'

const submissions = (...rows: CellValue[][]) => findColumns('submissions', { title: '月度填报', rows })
const fault = (...rows: CellValue[][]): ColumnFault => {
  const found = submissions(...rows)
  if (!isColumnFault(found)) throw new Error('columns were found')
  return found
}
const replaced = (from: string, to: CellValue): CellValue[] =>
  headersOf('submissions').map((header) => (header === from ? to : header))

describe('findColumns', () => {
  test.each(Object.keys(COLUMNS) as TableKey[])('finds every column of %s by the headers of both languages', (tab) => {
    const expected = Object.fromEntries(COLUMNS[tab].map((column, index) => [column, index]))
    for (const headers of [
      headersOf(tab),
      COLUMNS[tab].map((column) => (workbookEn.header[tab] as Record<string, string>)[column]!),
    ]) {
      expect(columnsOf(tab, { title: tab, rows: [headers] }).index).toEqual(expected)
    }
  })

  test.each([
    ['累计工业总产值（万元）', '累计工业总产值'],
    ['累计工业总产值（万元）', ' 累计 工业总产值 (万元) '],
    ['累计工业总产值（万元）', '累计工业总产值\n（万元）'],
    ['累计工业总产值（万元）', 'CUMULATIVE OUTPUT'],
    ['累计工业总产值（万元）', '工业总产值累计（万元，必填）'],
    ['报告期', '报告期：'],
    ['企业名称', 'ＥＮＴＥＲＰＲＩＳＥ\u200b'],
    ['情况说明', '备注'],
  ])('takes for %s also %j', (header, typed) => {
    const at = headersOf('submissions').indexOf(header)
    expect(Object.values(columnsOf('submissions', { title: '', rows: [replaced(header, typed)] }).index)).toContain(at)
  })

  test('a header that states another unit is not the column', () => {
    const found = fault(replaced('累计工业总产值（万元）', '累计工业总产值（亿元）'))
    expect(found.missing).toEqual([
      { column: 'outputYtd', expected: ['累计工业总产值（万元）', 'Cumulative output (10,000 yuan)'] },
    ])
  })

  test('the header row may stand below a title, and is the first that matches most', () => {
    const columns = columnsOf('submissions', {
      title: '',
      rows: [['平阴县工业月报'], [], headersOf('submissions'), headersOf('submissions')],
    })
    expect(columns.headerRow).toBe(2)
  })

  test('a header row beyond the tenth is not looked for', () => {
    expect(fault(...Array<CellValue[]>(10).fill(['说明文字']), headersOf('submissions')).found).toEqual(['说明文字'])
  })

  test('a missing column is named with what was expected and what is there', () => {
    expect(fault(replaced('情况说明', '经办人'))).toEqual({
      fault: 'columns',
      tab: 'submissions',
      title: '月度填报',
      missing: [{ column: 'explanation', expected: ['情况说明', 'Explanation'] }],
      repeated: [],
      found: replaced('情况说明', '经办人'),
    })
  })

  test('a column that stands twice is named with its cells', () => {
    expect(fault([...headersOf('submissions'), '报告期']).repeated).toEqual([{ column: 'period', cells: ['A1', 'K1'] }])
  })

  test('a remark beside the official header is an extra column', () => {
    expect(columnsOf('submissions', { title: '', rows: [[...headersOf('submissions'), '备注', '备注']] }).index.explanation).toBe(
      7,
    )
  })

  test('optional columns may be missing and are told', () => {
    const headers = headersOf('submissions').filter((header) => !['统一社会信用代码', '本月工业总产值（万元）'].includes(header))
    expect(absentColumns('submissions', columnsOf('submissions', { title: '', rows: [headers] }))).toEqual([
      'creditCode',
      'outputMonth',
    ])
  })

  test('an empty tab', () => expect(fault().missing).toHaveLength(4))
})
