import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readTableFile } from '../../../../shared/jobs/import-file/read-table-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('CSV', () => {
  test.each([
    ['commas and a byte order mark', bytes('\ufeffmonth,firm\r\n2023-03,A\r\n')],
    ['semicolons', bytes('month;firm\n2023-03;A\n')],
    ['tabs', bytes('month\tfirm\n2023-03\tA')],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffmonth\tfirm\n2023-03\tA', 'utf16le'))],
  ])('with %s', async (_, file) => {
    expect(await readTableFile('a.csv', file)).toEqual({ header: ['month', 'firm'], rows: [['2023-03', 'A']], firstRow: 2 })
  })

  test('in GB18030', async () => {
    const file = new Uint8Array([0xd4, 0xc2, 0xb7, 0xdd, 0x2c, 0xc6, 0xf3, 0xd2, 0xb5, 0x0a, 0x31, 0x2c, 0x32])
    expect(await readTableFile('a.csv', file)).toEqual({ header: ['月份', '企业'], rows: [['1', '2']], firstRow: 2 })
  })

  test('empty lines keep the numbering; quotes hold separators and line breaks; short rows stay short', async () => {
    const file = bytes('\n"output, total",firm\n\n"1,200","A\nB"\n5\n')
    expect(await readTableFile('a.csv', file)).toEqual({
      header: ['output, total', 'firm'],
      rows: [[null], ['1,200', 'A\nB'], ['5']],
      firstRow: 3,
    })
  })

  test.each([
    ['a quote that is never closed', bytes('a,b\n1,"2\n'), /^a\.csv can't be read as CSV at line \d: quote not closed/],
    ['neither UTF-8 nor GB18030', new Uint8Array([0xff, 0xff, 0x2c]), 'a.csv is neither UTF-8 nor GB18030 text.'],
    ['nothing', bytes('\n\n'), 'a.csv is empty.'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a.csv is of the old Excel format; save it as .xlsx.'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 9]), "a.csv can't be read as an .xlsx file."],
  ])('%s is refused', async (_, file, message) => {
    await expect(readTableFile('a.csv', file)).rejects.toThrow(message)
  })
})

describe('.xlsx', () => {
  test('cells become plain values: dates days, formulas their results, errors their text; merged cells count once', async () => {
    const workbook = new exceljs.Workbook()
    workbook.addWorksheet('empty')
    const sheet = workbook.addWorksheet('reports')
    sheet.getRow(2).values = ['month', 'firm', 'output']
    sheet.getRow(3).values = [new Date(Date.UTC(2023, 2, 31)), { richText: [{ text: 'Acorn ' }, { text: 'Works' }] }, 1234.5]
    sheet.getRow(5).values = [
      { formula: 'A3', result: new Date(Date.UTC(2023, 3, 30)) },
      'Birch',
      { formula: '1/0', result: { error: '#DIV/0!' } },
    ]
    sheet.getRow(6).values = ['2023-05', { text: 'Cedar', hyperlink: 'mailto:cedar@example.test' }, true]
    sheet.getRow(7).values = ['2023-06', null, '1,200']
    sheet.mergeCells('B6:B7')
    const file = new Uint8Array(await workbook.xlsx.writeBuffer())

    expect(await readTableFile('a.xlsx', file)).toEqual({
      header: ['month', 'firm', 'output'],
      rows: [
        ['2023-03-31', 'Acorn Works', 1234.5],
        [null, null, null],
        ['2023-04-30', 'Birch', '#DIV/0!'],
        ['2023-05', 'Cedar', true],
        ['2023-06', null, '1,200'],
      ],
      firstRow: 3,
    })
  })
})
