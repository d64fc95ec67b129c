import { describe, expect, test } from 'vitest'
import { readClusters } from '../../../shared/intake/read-clusters.ts'
import { readRegister } from '../../../shared/intake/read-register.ts'
import type { Problem } from '../../../shared/model/problem.ts'
import { month, table } from './sheets.ts'

const clusters = [{ key: 'casting', name: { zh: '智能铸造', en: 'Intelligent casting' }, leader: '玫德集团' }]
const CODE = '91370124613300157K'
const brief = (problems: readonly Problem[]): unknown[] => problems.map(({ rule, severity, cell }) => [rule, severity, cell])

describe('readRegister', () => {
  test('reads a row as people type it', () => {
    const { enterprises, problems } = readRegister(
      table('enterprises', [
        {
          name: ' 玫德集团有限公司 ',
          creditCode: '９１３７０１２４６１３３００１５７ｋ',
          aliases: '玫德；玫德集团 、Meide',
          cluster: '智能铸造',
          emergingField: '先进材料',
          reportsFrom: '2022年3月',
          reportsUntil: '2026/12/31',
          aboveScaleFrom: 202201,
          listedOn: '2020-05-06',
          delistedOn: null,
          contactName: '张三',
          contactEmail: 'zhang@example.com',
        },
      ]),
      clusters,
    )
    expect(problems.map(({ rule }) => rule)).toEqual([])
    expect(enterprises).toEqual([
      {
        id: 0,
        row: 2,
        name: '玫德集团有限公司',
        creditCode: CODE,
        aliases: ['玫德', '玫德集团', 'Meide'],
        cluster: 'casting',
        emergingField: 'advanced-materials',
        reportsFrom: month('2022-03'),
        reportsUntil: month('2026-12'),
        aboveScaleFrom: month('2022-01'),
        aboveScaleUntil: null,
        listedOn: '2020-05-06',
        delistedOn: null,
        contactName: '张三',
        contactEmail: 'zhang@example.com',
      },
    ])
  })

  test('a cell that can not be read is left out and said; the enterprise stays', () => {
    const { enterprises, problems } = readRegister(
      table('enterprises', [
        { name: '甲厂', cluster: '不存在', emergingField: '农业', reportsFrom: '3/4/2025', contactEmail: 'a@b.cn;c@d.cn' },
      ]),
      clusters,
    )
    expect(enterprises).toMatchObject([{ name: '甲厂', cluster: null, emergingField: null, reportsFrom: null, contactEmail: '' }])
    expect(brief(problems)).toEqual([
      ['unreadable-entry', 'rejected', 'D2'],
      ['unreadable-entry', 'rejected', 'E2'],
      ['unreadable-entry', 'rejected', 'F2'],
      ['unreadable-entry', 'rejected', 'M2'],
    ])
  })

  test('a row without a name is not used', () => {
    const { enterprises, problems } = readRegister(table('enterprises', [{ creditCode: CODE }, { name: '乙厂' }]), clusters)
    expect(enterprises.map(({ id, row, name }) => [id, row, name])).toEqual([[0, 3, '乙厂']])
    expect(brief(problems)).toEqual([['unreadable-entry', 'rejected', 'A2']])
  })

  test.each([
    ['9137012461330015', 'bad-credit-code', null],
    ['91370124613300157I', 'bad-credit-code', null],
    [913701246133001500, 'bad-credit-code', null],
    ['913701246133001571', 'check-character', '913701246133001571'],
  ])('credit code %s is a note %s', (creditCode, rule, kept) => {
    const { enterprises, problems } = readRegister(table('enterprises', [{ name: '甲厂', creditCode }]), clusters)
    expect(enterprises[0]!.creditCode).toBe(kept)
    expect(brief(problems)).toEqual([[rule, 'note', 'B2']])
  })

  test('two with one code, and two with one name that no code tells apart', () => {
    const sameCode = readRegister(
      table('enterprises', [
        { name: '甲', creditCode: CODE },
        { name: '乙', creditCode: CODE },
      ]),
      clusters,
    )
    expect(sameCode.problems.map(({ rule, facts }) => [rule, facts.rows])).toEqual([
      ['repeated-key', '3'],
      ['repeated-key', '2'],
    ])
    const sameName = readRegister(table('enterprises', [{ name: '甲 厂', creditCode: CODE }, { name: '甲厂' }]), clusters)
    expect(brief(sameName.problems)).toEqual([
      ['repeated-key', 'rejected', 'A2'],
      ['repeated-key', 'rejected', 'A3'],
    ])
    const told = readRegister(
      table('enterprises', [
        { name: '甲厂', creditCode: CODE },
        { name: '甲厂', creditCode: '91370124MA3C1A2B37' },
      ]),
      clusters,
    )
    expect(told.problems.filter(({ rule }) => rule === 'repeated-key')).toEqual([])
  })
})

test('readClusters: names serve for each other, keys are unique', () => {
  const { clusters: read, problems } = readClusters(
    table('clusters', [
      { key: 'a', nameZh: '铸造', leader: '玫德' },
      { key: 'b', nameEn: 'Roses' },
      { key: 'Ａ', nameZh: '又一个' },
      { nameZh: '无代码' },
    ]),
  )
  expect(read).toEqual([
    { key: 'a', name: { zh: '铸造', en: '铸造' }, leader: '玫德' },
    { key: 'b', name: { zh: 'Roses', en: 'Roses' }, leader: '' },
  ])
  expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
    ['unreadable-entry', 5],
    ['repeated-key', 2],
    ['repeated-key', 4],
  ])
})
