import { describe, expect, test } from 'vitest'
import { readRecipients } from '../../../shared/intake/read-recipients.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { enterprise } from '../../support/enterprise.ts'
import { type RowCells, table } from './sheets.ts'

const CONTEXT = {
  clusters: [{ key: 'casting', name: { zh: '智能铸造', en: 'Intelligent casting' }, leader: '' }],
  register: [
    enterprise(0, '甲铸造有限公司', { creditCode: '91370124MA3C4D5E6F', aliases: ['老甲'] }),
    enterprise(1, '乙碳素有限公司'),
    enterprise(2, '乙碳素有限公司', { row: 4 }),
  ],
  language: 'zh-CN' as const,
}
const GOOD: RowCells<'recipients'> = {
  email: 'a@example.cn',
  name: '办公室',
  audience: 'county',
  language: 'en',
  schedule: 'weekly',
  onlyIfChanged: true,
  active: true,
}
const read = (...rows: RowCells<'recipients'>[]) => readRecipients(table('recipients', rows), CONTEXT)
const readWith = (column: keyof typeof GOOD, cell: CellValue) => read({ ...GOOD, [column]: cell })

test('a row as the drop-downs write it', () => {
  expect(read(GOOD)).toEqual({
    recipients: [
      {
        row: 2,
        email: 'a@example.cn',
        name: '办公室',
        audience: { of: 'county' },
        language: 'en',
        schedule: 'weekly',
        onlyIfChanged: true,
        active: true,
      },
    ],
    problems: [],
  })
})

describe('audiences', () => {
  test.each<[string, object]>([
    ['全县', { of: 'county' }],
    ['Cluster：casting', { of: 'cluster', key: 'casting' }],
    ['集群：智能铸造', { of: 'cluster', key: 'casting' }],
    ['enterprise:甲铸造有限公司', { of: 'enterprise', enterprise: 0 }],
    ['企业：甲铸造', { of: 'enterprise', enterprise: 0 }],
    ['enterprise: 老甲', { of: 'enterprise', enterprise: 0 }],
    ['enterprise:91370124ma3c4d5e6f', { of: 'enterprise', enterprise: 0 }],
  ])('%s', (cell, audience) => expect(readWith('audience', cell).recipients).toMatchObject([{ audience }]))

  test.each([
    [null, 'required'],
    ['everything', 'choice'],
    ['emerging', 'choice'],
    ['cluster:carbon', 'choice'],
    ['enterprise:丁', 'enterprise'],
    // Two have this name: nobody gets the figures of either by a guess.
    ['enterprise:乙碳素有限公司', 'enterprise'],
    ['enterprise:', 'choice'],
  ])('%s: nothing is sent', (cell, expected) => {
    const { recipients, problems } = readWith('audience', cell)
    expect(recipients).toEqual([])
    expect(problems).toMatchObject([
      { rule: 'unreadable-entry', tab: 'recipients', column: 'audience', cell: 'C2', facts: { expected } },
    ])
  })
})

describe('exactly one address', () => {
  test.each([
    'a@example.cn; b@example.cn',
    'a@example.cn,b@example.cn',
    'A <a@example.cn>',
    'a@example.cn\r\nBcc: b@example.cn',
    'a at example.cn',
    'group: a@example.cn;',
    '"a b"@example.cn',
  ])('%j is none', (cell) => {
    const { recipients, problems } = readWith('email', cell)
    expect([recipients, problems.length]).toEqual([[], 1])
  })
})

test.each<[keyof typeof GOOD, CellValue, object]>([
  ['schedule', '每月', { schedule: 'monthly' }],
  ['active', 'FALSE', { active: false }],
  ['active', '停用', { active: false }],
  ['active', '是', { active: true }],
  ['onlyIfChanged', null, { onlyIfChanged: false }],
  ['language', null, { language: 'zh-CN' }],
  ['name', 'A\r\nBcc: x', { name: 'A Bcc: x' }],
])('%s %j', (column, cell, expected) => {
  const { recipients, problems } = readWith(column, cell)
  expect([recipients, problems]).toMatchObject([[expected], []])
})

test.each<[keyof typeof GOOD, CellValue]>([
  ['schedule', null],
  ['schedule', 'daily'],
  ['active', null],
  ['active', 'perhaps'],
  ['language', 'Klingon'],
  ['onlyIfChanged', 'perhaps'],
])('%s %j: a problem, and nothing is sent', (column, cell) => {
  const { recipients, problems } = readWith(column, cell)
  expect([recipients, problems.length]).toEqual([[], 1])
})

test('one person, audience and schedule twice: the first counts, both are told; other audiences are other digests', () => {
  const { recipients, problems } = read(
    GOOD,
    { ...GOOD, email: 'A@Example.CN', name: 'x' },
    { ...GOOD, audience: 'cluster:casting' },
  )
  expect(recipients.map(({ row }) => row)).toEqual([2, 4])
  expect(problems.map(({ rule, row }) => `${rule} ${row}`)).toEqual(['repeated-key 2', 'repeated-key 3'])
})
