import { expect, it } from 'vitest'
import { startEmulator } from './emulator.ts'

it('works formulas out at the next read', async () => {
  const { read, write } = await startEmulator()
  await write('A1:B3', [
    [1, '=A1*2'],
    [2, '=SUM(A1:A2)'],
    ['=B3', '=A3'],
  ])
  expect(await read('B1:B2', 'valueRenderOption=UNFORMATTED_VALUE')).toEqual([[2], [3]])
  await write('A1', [[10]])
  expect(await read('B1:B3')).toEqual([['20'], ['12'], ['#REF!']])
  expect(await read('B1:B2', 'valueRenderOption=FORMULA')).toEqual([['=A1*2'], ['=SUM(A1:A2)']])
})

it('spills arrays, or says what is in their way', async () => {
  const { get, read, write } = await startEmulator()
  await write('A1:A3', [[3], [1], [2]])
  await write('C1', [['=SORT(A1:A3)']])
  await write('D1', [['=SUM(C1:C3)']])
  expect(await read('C1:D3')).toEqual([['1', '6'], ['2'], ['3']])
  await write('C3', [['here']])
  expect(await read('C1:C3')).toEqual([['#REF!'], [], ['here']])
  const [cell] = (await get('ranges=C1&fields=sheets.data.rowData.values.effectiveValue')).body.sheets[0].data[0].rowData[0]
    .values
  expect(cell.effectiveValue.errorValue).toEqual({
    type: 'REF',
    message: 'Array result was not expanded because it would overwrite data in C3.',
  })
  await write('C3', [['']])
  expect(await read('C1:C3')).toEqual([['1'], ['2'], ['3']])
})

it('spills over more rows than a call can have arguments', async () => {
  const { batch, read, write } = await startEmulator()
  await batch([{ appendDimension: { dimension: 'ROWS', length: 150_000 } }])
  await write('B150000', [['last']])
  await write('A1', [['=ARRAYFORMULA(ROW(B1:B))']])
  expect(await read('A149999:A150000')).toEqual([['149999'], ['150000']])
})

it('keeps references right when rows move and tabs are renamed', async () => {
  const { batch, read, write } = await startEmulator()
  await write('A1:A3', [[1], [2], [3]])
  await batch([{ addSheet: { properties: { sheetId: 4, title: 'Sum' } } }])
  await write('Sum!A1', [['=SUM(Sheet1!A2:A3)']])
  await batch([
    { insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
    { updateSheetProperties: { properties: { title: 'My data' }, fields: 'title' } },
  ])
  expect(await read('Sum!A1', 'valueRenderOption=FORMULA')).toEqual([["=SUM('My data'!A3:A4)"]])
  expect(await read('Sum!A1')).toEqual([['5']])
})
