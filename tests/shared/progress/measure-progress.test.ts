import { describe, expect, it } from 'vitest'
import type { Milestone } from '../../../shared/model/plan.ts'
import { measureProgress } from '../../../shared/progress/measure-progress.ts'
import { county, month, rows, target } from './county.ts'

const asOf = '2025-06-11'

describe('the account of a plan', () => {
  it('goes on past a row that can’t be read', () => {
    const unreadable = {
      readable: false as const,
      row: 3,
      key: 'odd',
      name: { zh: '其他', en: 'Other' },
      measure: 'employment',
      scope: 'county',
      kind: 'reach',
      unit: '人',
      note: '',
    }
    const progress = measureProgress(
      county({ asOf, submissions: rows({ A: { '2025-05': 7 } }), plan: { targets: [unreadable, target()] } }),
    )
    expect(progress).toMatchObject({ asOf, period: month('2025-05') })
    expect(progress.indicators).toMatchObject([
      { key: 'odd', measure: 'employment', unit: '人', value: null, status: 'no-data', basis: [{ fact: 'unreadable-target' }] },
      { key: 'output', value: 7, status: 'tracking' },
    ])
  })

  it.each([
    ['2025-06-10', 'in-progress', true],
    ['2025-06-10', 'blocked', true],
    ['2025-06-10', 'done', false],
    ['2025-06-11', 'not-started', false], // the due day itself is in time
    [null, 'not-started', false],
  ] as const)('has a milestone due %s and %s as late: %s', (dueOn, state, late) => {
    const milestone: Milestone = {
      key: 'm',
      name: 'Base',
      area: '',
      owner: 'Bureau',
      dueOn,
      state,
      percent: 0.5,
      note: '',
      row: 2,
    }
    expect(measureProgress(county({ asOf, plan: { milestones: [milestone] } })).milestones).toEqual([
      { key: 'm', name: 'Base', area: '', owner: 'Bureau', dueOn, state, percent: 0.5, late },
    ])
  })
})
