import { describe, expect, test } from 'vitest'
import { withCheckCharacter } from '../../../../shared/model/credit-code.ts'
import { enterprise } from '../../../support/enterprise.ts'
import { asExisting, CUMULATIVE, figures, MONTHLY, planOf, told } from './import-case.ts'

describe('month values become cumulative ones', () => {
  test('by enterprise and calendar year, sorted by period, then as in the file', () => {
    const plan = planOf(MONTHLY, [
      ['2023-04', 'A', 3],
      ['2023-03', 'B', 10],
      ['2023-03', 'A', 2],
      ['2023-12', 'A', 4],
      ['2024-03', 'A', 5],
    ])
    expect(figures(plan)).toEqual([
      ['2023-03', 'B', 10, 10],
      ['2023-03', 'A', 2, 2],
      ['2023-04', 'A', 5, 3],
      ['2023-12', 'A', 9, 4],
      ['2024-03', 'A', 5, 5],
    ])
  })

  test('merged, January goes into February, and fills February where that is missing', () => {
    const plan = planOf(MONTHLY, [
      ['2023-01', 'A', 1],
      ['2023-02', 'A', 2],
      ['2023-03', 'A', 4],
      ['2023-01', 'B', 7],
    ])
    expect(figures(plan)).toEqual([
      ['2023-02', 'A', 3, null],
      ['2023-02', 'B', 7, null],
      ['2023-03', 'A', 7, 4],
    ])
    expect(plan.folded).toBe(1)
    expect(plan.enterprises.map((row) => [row[0], row[5]])).toEqual([
      ['A', '2023-01'],
      ['B', '2023-01'],
    ])
  })

  test('separate, January stands for itself', () => {
    const plan = planOf(
      MONTHLY,
      [
        ['2023-01', 'A', 1],
        ['2023-02', 'A', 2],
      ],
      { janFeb: 'separate' },
    )
    expect(figures(plan)).toEqual([
      ['2023-01', 'A', 1, 1],
      ['2023-02', 'A', 3, 2],
    ])
  })

  test('sums are exact to the yuan', () => {
    const plan = planOf(MONTHLY, [
      ['2023-03', 'A', 0.1],
      ['2023-04', 'A', 0.2],
    ])
    expect(plan.submissions.at(-1)![3]).toBe(0.3)
  })

  test('after a month that is not known there is no total for the rest of its year', () => {
    const plan = planOf(MONTHLY, [
      ['2023-02', 'A', 1],
      ['2023-03', 'A', '约2'],
      ['2023-04', 'A', 3],
      ['2024-02', 'A', 4],
    ])
    expect(figures(plan).map(([period]) => period)).toEqual(['2023-02', '2024-02'])
    expect(told(plan)).toEqual(['3 approximate-number rejected', '4 total-unknown rejected', '- months-without-row note'])
    expect(plan.problems[1]!.facts).toEqual({ enterprise: 'A', month: '2023-04', since: '2023-03' })
    expect(plan.problems[2]!.facts).toEqual({ enterprise: 'A', months: '2023-05..2024-01' })
  })

  test('what the workbook has of earlier months of the year is brought forward', () => {
    const register = [enterprise(0, 'A')]
    const before = {
      period: 2023 * 12 + 5,
      enterprise: 'A',
      outputYtdYuan: 600_000,
      outputMonthYuan: null,
      valueAddedYtdYuan: null,
    }
    const rows = [['2023-07', 'A', 10]]
    expect(figures(planOf(MONTHLY, rows, { register, existing: [before] }))).toEqual([['2023-07', 'A', 70, 10]])
    expect(told(planOf(MONTHLY, rows, { register, existing: [{ ...before, outputYtdYuan: null }] }))).toEqual([
      '2 total-unknown rejected',
    ])
  })
})

describe('cumulative values are taken as they are', () => {
  test('January is folded into February, or stands for it', () => {
    const plan = planOf(CUMULATIVE, [
      ['2023-01', 'A', 1],
      ['2023-02', 'A', 3],
      ['2023-03', 'A', '?'],
      ['2023-04', 'A', 9],
      ['2023-01', 'B', 5],
    ])
    expect(figures(plan)).toEqual([
      ['2023-02', 'A', 3, null],
      ['2023-02', 'B', 5, null],
      ['2023-04', 'A', 9, null],
    ])
  })

  test('value added and the explanation go along; a value added that can’t be read does not keep the output out', () => {
    const plan = planOf(
      `${CUMULATIVE},valueAddedYtd=added`,
      [
        ['2023-03', 'A', 8, 2],
        ['2023-04', 'A', 9, '约2'],
      ],
      { explanation: 'From the archive.' },
      ['added'],
    )
    expect(plan.submissions).toEqual([
      ['2023-03', 'A', null, 8, null, null, 2, 'From the archive.'],
      ['2023-04', 'A', null, 9, null, null, null, 'From the archive.'],
    ])
    expect(told(plan)).toEqual(['3 left-out-cell note'])
  })
})

describe('what can’t be read is told by its row of the file', () => {
  test.each([
    [['', 'A', 1], 'missing-period'],
    [['2023-13', 'A', 1], 'unreadable-period'],
    [['3月', 'A', 1], 'unreadable-period'],
    [['2023-03', ' ', 1], 'missing-enterprise'],
    [['2023-03', 'A', null], 'missing-output'],
    [['2023-03', 'A', '-'], 'missing-output'],
    [['2023-03', 'A', '1.234,5'], 'ambiguous-number'],
    [['2023-03', 'A', 'n. b.'], 'unreadable-number'],
    [['2023-03', 'A', true], 'wrong-type'],
    [['2023-03', 'A', '#REF!'], 'formula-error'],
  ])('%j: %s', (row, rule) => {
    const plan = planOf(CUMULATIVE, [row])
    expect(told(plan)).toEqual([`2 ${rule} rejected`])
    expect(plan).toMatchObject({ read: 1, submissions: [], enterprises: [] })
  })

  test('periods and numbers are read in the forms that files have', () => {
    const periods = ['202303', 202304, '2023/5', '2023年6月', '2023-07-31']
    const plan = planOf(
      CUMULATIVE,
      periods.map((period) => [period, 'A', '1,234.5']),
    )
    expect(figures(plan)).toEqual(['03', '04', '05', '06', '07'].map((month) => [`2023-${month}`, 'A', 1234.5, null]))
  })

  test('empty rows count for nothing but keep the numbering; a total row is left out', () => {
    const plan = planOf(CUMULATIVE, [[null, null, null], ['2023-03', 'A', 1], [], ['2023-03', '合计', 1], ['2023-04', 'A', 'x']])
    expect(plan.read).toBe(3)
    expect(told(plan)).toEqual(['5 subtotal-row note', '6 unreadable-number rejected'])
  })

  test('identical rows count once, rows that differ not at all', () => {
    const plan = planOf(CUMULATIVE, [
      ['2023-03', 'A', 1],
      ['202303', 'A', '1.0'],
      ['2023-03', 'B', 1],
      ['2023-03', 'B', 2],
    ])
    expect(figures(plan)).toEqual([['2023-03', 'A', 1, null]])
    expect(plan.repeated).toBe(1)
    expect(told(plan)).toEqual(['4 conflicting-duplicate rejected', '5 conflicting-duplicate rejected'])
    expect(plan.problems.map(({ facts }) => facts.rows)).toEqual(['5', '4'])
  })
})

describe('importing again', () => {
  const rows = [
    ['2023-01', 'A', 1],
    ['2023-02', 'A', 2],
    ['2023-03', 'A', 4],
  ]
  const once = planOf(MONTHLY, rows)

  test('adds nothing', () => {
    const again = planOf(MONTHLY, rows, { register: [enterprise(0, 'A')], existing: asExisting(once) })
    expect(again).toMatchObject({
      read: 3,
      submissions: [],
      enterprises: [],
      clusters: [],
      unchanged: 2,
      folded: 1,
      problems: [],
    })
  })

  test('leaves a figure that differs as it stands, and says so', () => {
    const changed = planOf(MONTHLY, [...rows.slice(0, 2), ['2023-03', 'A', 5]], {
      register: [enterprise(0, 'A')],
      existing: asExisting(once),
    })
    expect(changed).toMatchObject({ submissions: [], unchanged: 1 })
    expect(told(changed)).toEqual(['4 differs-from-existing rejected'])
  })
})

describe('who is in the register', () => {
  const code = withCheckCharacter('91370124MA3000001')

  test('a name it lacks is a problem, unless enterprises are to be added', () => {
    const register = [enterprise(0, 'Acorn Works')]
    const rows = [
      ['2023-03', 'acorn works', 1],
      ['2023-03', 'Birch Mills', 2],
    ]
    const plan = planOf(CUMULATIVE, rows, { register })
    expect(figures(plan)).toEqual([['2023-03', 'Acorn Works', 1, null]])
    expect(told(plan)).toEqual(['3 unknown-enterprise rejected'])
    expect(planOf(CUMULATIVE, rows, { register, addEnterprises: true }).enterprises).toEqual([
      ['Birch Mills', null, null, null, null, '2023-03', null, null, null, null, null, null, null],
    ])
  })

  test('the credit code tells who it is, and must not contradict the name', () => {
    const register = [enterprise(0, 'Acorn Works', { creditCode: code }), enterprise(1, 'Birch Mills')]
    const rows = [
      ['2023-03', null, 1, code.toLowerCase()],
      ['2023-04', 'Birch Mills', 2, code],
    ]
    const plan = planOf(`${CUMULATIVE},creditCode=code`, rows, { register }, ['code'])
    expect(plan.submissions).toEqual([['2023-03', 'Acorn Works', code, 1, null, null, null, null]])
    expect(told(plan)).toEqual(['3 code-name-mismatch rejected'])
  })

  test('a new enterprise under two names has one code, and the other name as alias', () => {
    const rows = [
      ['2023-03', 'Acorn', 1, code],
      ['2023-04', 'Acorn Works', 2, code],
      ['2023-05', 'Acorn', 3, withCheckCharacter('91370124MA3000002')],
    ]
    const plan = planOf(`${CUMULATIVE},creditCode=code`, rows, {}, ['code'])
    expect(plan.enterprises.map((row) => row.slice(0, 3))).toEqual([['Acorn', code, 'Acorn Works']])
    expect(told(plan)).toEqual(['4 code-name-mismatch rejected'])
  })

  test('its cluster is the newest one; clusters get a key once', () => {
    const rows = [
      ['2023-03', 'A', 1, 'Old works'],
      ['2023-04', 'A', 2, 'Roses & Ejiao'],
      ['2023-04', 'B', 2, 'roses & ejiao'],
      ['2023-04', 'C', 2, '铸造'],
      ['2023-04', 'D', 2, 'Carbon'],
    ]
    const clusters = [{ key: 'carbon', name: { zh: '碳素', en: 'Carbon' }, leader: '' }]
    const plan = planOf(`${CUMULATIVE},cluster=trade`, rows, { clusters }, ['trade'])
    expect(plan.clusters).toEqual([
      ['roses-ejiao', 'Roses & Ejiao', 'Roses & Ejiao', null],
      ['cluster', '铸造', '铸造', null],
    ])
    expect(plan.enterprises.map((row) => row[3])).toEqual(['roses-ejiao', 'roses-ejiao', 'cluster', 'carbon'])
  })

  test('who is silent for the last twelve months of the file has stopped; who is not, has not', () => {
    const plan = planOf(CUMULATIVE, [
      ['2022-12', 'Gone', 1],
      ['2023-01', 'Pausing', 1],
      ['2023-12', 'There', 1],
    ])
    expect(plan.enterprises.map((row) => [row[0], row[5], row[6]])).toEqual(
      [
        ['Pausing', '2023-01', null],
        ['There', '2023-12', null],
        ['Gone', '2022-12', '2022-12'],
      ].sort(),
    )
    expect(told(plan)).toEqual(['- stopped-reporting note'])
  })
})
