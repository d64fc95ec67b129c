import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../shared/intake/read-plan.ts'
import { rulesEn } from '../../../shared/model/texts/en/rules.ts'
import { rulesZh } from '../../../shared/model/texts/zh-CN/rules.ts'
import { enterprise } from '../../support/enterprise.ts'
import { type RowCells, table } from './sheets.ts'

const clusters = [
  { key: 'casting', name: { zh: '智能铸造', en: 'Intelligent casting' }, leader: '' },
  { key: 'rose', name: { zh: '玫瑰阿胶', en: 'Rose and ejiao' }, leader: '' },
]
const register = [
  enterprise(0, '玫德集团有限公司', { creditCode: '91370124613300157K', aliases: ['玫德'] }),
  enterprise(1, '双厂'),
  enterprise(2, '双厂'),
]

interface Rows {
  titles?: RowCells<'titles'>[]
  targets?: RowCells<'targets'>[]
  milestones?: RowCells<'milestones'>[]
}
const read = ({ titles = [], targets = [], milestones = [] }: Rows) =>
  readPlan(
    { titles: table('titles', titles), targets: table('targets', targets), milestones: table('milestones', milestones) },
    clusters,
    register,
  )

const TARGET: RowCells<'targets'> = {
  key: 't1',
  nameZh: '工业总产值',
  measure: 'output',
  scope: 'county',
  kind: 'reach',
  target: 500,
  unit: '亿元',
  dueOn: 2025,
}

describe('targets', () => {
  test('figures in the base of their unit, years and months by their edge', () => {
    const { plan, problems } = read({
      targets: [
        {
          ...TARGET,
          nameEn: 'Output',
          stretch: '600',
          baselineYear: '2021年',
          baseline: '350.5',
          startsOn: 2022,
          dueOn: '2026年6月',
          note: '注',
        },
      ],
    })
    expect(problems).toEqual([])
    expect(plan.targets).toEqual([
      {
        readable: true,
        row: 2,
        key: 't1',
        name: { zh: '工业总产值', en: 'Output' },
        measure: 'output',
        scope: 'county',
        kind: 'reach',
        target: 50_000_000_000,
        stretch: 60_000_000_000,
        unit: '亿元',
        baselineYear: 2021,
        baseline: 35_050_000_000,
        startsOn: '2022-01-01',
        dueOn: '2026-06-30',
        note: '注',
      },
    ])
  })

  test.each<[RowCells<'targets'>, Record<string, unknown>]>([
    [{ dueOn: '2025' }, { dueOn: '2025-12-31' }],
    [{ dueOn: '2025年底' }, { dueOn: '2025-12-31' }],
    [{ dueOn: '2026-02-28' }, { dueOn: '2026-02-28' }],
    [{ dueOn: null }, { dueOn: null }],
    [
      { target: 50, unit: 'Billion Yuan' },
      { target: 50_000_000_000, unit: 'billion yuan' },
    ],
    [{ target: '500亿元' }, { target: 50_000_000_000 }],
    [{ target: '5000000万元', unit: '亿元' }, { target: 50_000_000_000 }],
    [
      { measure: '工业总产值', scope: '全县', kind: '达到' },
      { measure: 'output', scope: 'county', kind: 'reach' },
    ],
    [{ kind: ' ＨＯＬＤ ' }, { kind: 'hold' }],
    [{ scope: 'cluster:casting' }, { scope: 'cluster:casting' }],
    [{ scope: '集群：智能铸造' }, { scope: 'cluster:casting' }],
    [{ scope: 'Rose and Ejiao' }, { scope: 'cluster:rose' }],
    [{ scope: '新兴产业' }, { scope: 'emerging' }],
    [
      { measure: 'emerging share', target: 20, unit: '％' },
      { measure: 'emerging-share', target: 0.2 },
    ],
    [{ measure: 'emerging-share', target: '20%', unit: '%' }, { target: 0.2 }],
    [
      { measure: '规上企业数', target: '171家', unit: '户' },
      { measure: 'above-scale', target: 171, unit: '家' },
    ],
    [
      { measure: 'listed', target: 4, unit: null },
      { measure: 'listed', unit: '家' },
    ],
    [
      { measure: 'title:gazelle', kind: 'track', target: null, unit: null },
      { measure: 'title:gazelle', target: null, unit: '家' },
    ],
    [
      { measure: '称号：专精特新', kind: '跟踪', target: null, unit: '家' },
      { measure: 'title:specialised', kind: 'track' },
    ],
    [
      { kind: 'track', target: null, unit: null },
      { unit: '亿元', target: null },
    ],
  ])('%j', (typed, expected) => {
    const { plan, problems } = read({ targets: [{ ...TARGET, ...typed }] })
    expect(problems).toEqual([])
    expect(plan.targets[0]).toMatchObject({ readable: true, ...expected })
  })

  test.each<[RowCells<'targets'>, string]>([
    [{ measure: '税收' }, 'D2'],
    [{ measure: null }, 'D2'],
    [{ scope: 'cluster:none' }, 'E2'],
    [{ kind: '大概' }, 'F2'],
    [{ kind: null }, 'F2'],
    [{ target: '约500' }, 'G2'],
    [{ target: '2025-01-01' }, 'G2'],
    [{ unit: '吨' }, 'I2'],
    [{ unit: '家' }, 'I2'],
    [{ unit: null }, 'I2'],
    [{ dueOn: '五年' }, 'M2'],
    [{ dueOn: '2025-02-30' }, 'M2'],
    [{ measure: 'listed', unit: '家', kind: 'hold' }, 'F2'],
    [{ measure: 'emerging-share', unit: '%', target: 20, scope: 'emerging' }, 'E2'],
    [{ measure: 'emerging-share', unit: '%', target: 0.2 }, 'G2'],
  ])('%j can not be read, and the others go on', (typed, cell) => {
    const { plan, problems } = read({
      targets: [
        { ...TARGET, ...typed },
        { ...TARGET, key: 't2' },
      ],
    })
    expect(plan.targets.map(({ readable }) => readable)).toEqual([false, true])
    expect(problems.map((problem) => [problem.rule, problem.cell])).toEqual([['unreadable-entry', cell]])
    for (const texts of [rulesEn, rulesZh]) expect(texts.advice['unreadable-entry'](problems[0]!)).not.toMatch(/undefined/)
  })

  test('two rows with one key', () => {
    const { plan, problems } = read({ targets: [TARGET, { ...TARGET, key: ' T1 ' }] })
    expect(plan.targets.map(({ readable }) => readable)).toEqual([false, false])
    expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
      ['repeated-key', 2],
      ['repeated-key', 3],
    ])
  })
})

describe('titles', () => {
  test('by name, alias or code', () => {
    const { plan, problems } = read({
      titles: [
        { enterprise: '玫德集团有限公司', title: '瞪羚企业', level: '省级', grantedOn: '2023-05-01', expiresOn: 2026 },
        { enterprise: '玫德', title: 'single champion', grantedOn: '2023' },
        { enterprise: '91370124613300157k', title: 'Specialised', grantedOn: '2023年7月' },
      ],
    })
    expect(problems).toEqual([])
    expect(plan.titles).toEqual([
      { enterprise: 0, title: 'gazelle', level: '省级', grantedOn: '2023-05-01', expiresOn: '2026-12-31' },
      { enterprise: 0, title: 'single-champion', level: '', grantedOn: '2023-01-01', expiresOn: null },
      { enterprise: 0, title: 'specialised', level: '', grantedOn: '2023-07-01', expiresOn: null },
    ])
  })
  test.each<RowCells<'titles'>>([
    { enterprise: '没有的厂', title: 'gazelle' },
    { enterprise: '双厂', title: 'gazelle' },
    { enterprise: '玫德', title: '独角兽' },
    { enterprise: '玫德', title: null, level: '省级' },
    { enterprise: '玫德', title: 'gazelle', grantedOn: '03-04-25' },
  ])('%j is not used', (row) => {
    const { plan, problems } = read({ titles: [row] })
    expect(plan.titles).toEqual([])
    expect(problems.map(({ rule }) => rule)).toEqual(['unreadable-entry'])
  })
})

describe('milestones', () => {
  test('reads state and percent', () => {
    const { plan, problems } = read({
      milestones: [
        { key: 'm1', name: '国家智能铸造基地', dueOn: '2026', state: '推进中', percent: '40%' },
        { key: 'm2', name: '工业互联网', state: null, percent: 0.25 },
        { name: '无代码' },
      ],
    })
    expect(problems).toEqual([])
    expect(plan.milestones.map(({ key, state, percent, dueOn }) => [key, state, percent, dueOn])).toEqual([
      ['m1', 'in-progress', 0.4, '2026-12-31'],
      ['m2', 'not-started', 0.25, null],
      ['无代码', 'not-started', null, null],
    ])
  })
  test('a bare 40 is asked about; an unknown state leaves the row out', () => {
    const { plan, problems } = read({
      milestones: [
        { key: 'm1', name: 'a', percent: 40 },
        { key: 'm2', name: 'b', state: '不明' },
      ],
    })
    expect(plan.milestones.map(({ key, percent }) => [key, percent])).toEqual([['m1', null]])
    expect(problems.map(({ cell }) => cell)).toEqual(['G2', 'F3'])
  })
})
