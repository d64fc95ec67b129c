import { describe, expect, test } from 'vitest'
import { parseColumnMap, placeColumns } from '../../../../shared/intake/import/column-map.ts'

describe('the map of columns', () => {
  test('names fields and headers; a comma inside a header does no harm', () => {
    expect(parseColumnMap('period=Month, enterprise = Company,outputMonth=Output (10,000 yuan)，cluster=产业集群')).toEqual({
      period: 'Month',
      enterprise: 'Company',
      outputMonth: 'Output (10,000 yuan)',
      cluster: '产业集群',
    })
  })

  test.each([
    ['', 'is not of the form'],
    ['period=a,enterprise=,outputYtd=c', '“enterprise=”'],
    ['period=a,enterprise=b,profit=c', '“profit” is not a field'],
    ['period=a,period=b,outputYtd=c', '“period” is given twice'],
    ['enterprise=b,outputYtd=c', '“period=” is missing'],
    ['period=a,outputYtd=c', '“enterprise=” is missing'],
    ['period=a,enterprise=b', '“outputYtd=” or “outputMonth=” is missing'],
    ['period=a,enterprise=b,outputYtd=c,outputMonth=d', 'exclude each other'],
  ])('%j is refused, and the wrong part named', (text, part) => {
    expect(() => parseColumnMap(text)).toThrow(part)
  })

  test('columns are found without regard to case, width and spaces', () => {
    const map = parseColumnMap('period=month,enterprise=company,outputYtd=output')
    expect(placeColumns('a.csv', ['Company ', 'ＭＯＮＴＨ', null, 'Out put'], map)).toEqual({
      period: 1,
      enterprise: 0,
      outputYtd: 3,
    })
  })

  test('a column that is missing, or there twice, is named with the file', () => {
    const map = parseColumnMap('period=month,enterprise=company,outputYtd=output')
    expect(() => placeColumns('a.csv', ['month', 'firm', 'output'], map)).toThrow(
      'a.csv has no column “company” (enterprise); its columns are “month”, “firm”, “output”',
    )
    expect(() => placeColumns('a.csv', ['month', 'company', 'output', 'Output'], map)).toThrow(
      'has the column “output” (outputYtd) twice',
    )
  })
})
