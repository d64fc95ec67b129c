import { describe, expect, it } from 'vitest'
import type { Target, TitleName } from '../../../shared/model/plan.ts'
import { factsOf, measured, month, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025
const figures = (outputYtdYuan: number, valueAddedYtdYuan: number | null) => ({ outputYtdYuan, valueAddedYtdYuan })

describe('emerging share', () => {
  const share = (changes: Partial<Target> = {}) => target({ measure: 'emerging-share', unit: '%', ...changes })
  const three = register(
    { emergingField: 'life-science' },
    { cluster: 'x' },
    { cluster: 'x', emergingField: 'advanced-materials' },
  )

  it('is the emerging enterprises’ part of added value, from the counted rows that give it', () => {
    // A 30 (emerging), B 50 carried from April, C gives none: 30 / 80; its 20 of 220 leaves 200 / 220 covered.
    const submissions = rows({
      A: { '2025-05': figures(100, 30) },
      B: { '2025-04': figures(100, 50) },
      C: { '2025-05': figures(20, null) },
    })
    const indicator = measured({ asOf, register: three, submissions }, share({ target: 0.5 }))
    expect(indicator).toMatchObject({
      value: 0.375,
      coverage: 200 / 220,
      attainment: 0.75,
      gap: 0.125,
      status: 'tracking',
      completeness: 2 / 3,
    })
    expect(factsOf(indicator, 'share-rows')).toEqual([{ fact: 'share-rows', giving: 2, counted: 3, coverage: 200 / 220 }])
  })

  it('is taken within a cluster', () => {
    const submissions = rows({
      A: { '2025-05': figures(1, 999) },
      B: { '2025-05': figures(60, 30) },
      C: { '2025-05': figures(40, 10) },
    })
    expect(measured({ asOf, register: three, submissions }, share({ scope: 'cluster:x' }))).toMatchObject({
      value: 0.25,
      coverage: 1,
    })
  })

  it.each([
    [80, 0.2],
    [79, null],
  ])('with rows covering %i of 100 is %s', (covered, value) => {
    const submissions = rows({
      A: { '2025-05': figures(covered / 2, 10) },
      B: { '2025-05': figures(covered / 2, 40) },
      C: { '2025-05': figures(100 - covered, null) },
    })
    const indicator = measured({ asOf, register: three, submissions }, share({ kind: 'reach', target: 0.1, dueOn: '2025-12-31' }))
    expect(indicator).toMatchObject({ value, coverage: covered / 100, status: value === null ? 'no-data' : 'achieved' })
  })

  it('asks for the coverage in Settings', () => {
    const submissions = rows({ A: { '2025-05': figures(50, 10) }, B: { '2025-05': figures(50, null) } })
    const given = { asOf, register: three, submissions, settings: { shareCoverage: 0.5 } }
    expect(measured(given, share()).value).toBe(1)
  })

  it('is null without rows and over no added value', () => {
    expect(measured({ asOf, register: three }, share())).toMatchObject({ value: null, coverage: null, status: 'tracking' })
    const none = rows({ A: { '2025-05': figures(50, 0) } })
    expect(measured({ asOf, register: three, submissions: none }, share())).toMatchObject({ value: null, coverage: 1 })
    const idle = rows({ A: { '2025-05': figures(0, 0) } })
    expect(measured({ asOf, register: three, submissions: idle }, share())).toMatchObject({ value: null, coverage: null })
  })

  describe('to be reached', () => {
    const by = (month: string, emerging: number) =>
      rows({ A: { [month]: figures(50, emerging) }, B: { [month]: figures(50, 100 - emerging) } })
    const row = share({ kind: 'reach', target: 0.2, dueOn: '2025-12-31' })

    it('counts only in the due date’s year', () => {
      const early = measured({ asOf: '2024-06-11', register: three, submissions: by('2024-05', 25) }, row)
      expect(early).toMatchObject({ status: 'on-track', pace: 1.25 })
      expect(measured({ asOf, register: three, submissions: by('2025-05', 20) }, row).status).toBe('achieved')
      expect(measured({ asOf, register: three, submissions: by('2025-05', 25) }, { ...row, dueOn: null }).status).toBe('on-track')
    })

    it('is judged at the due date’s month once that is over', () => {
      const submissions = [...by('2025-12', 19), ...by('2026-02', 40)]
      const indicator = measured({ asOf: '2026-03-11', register: three, submissions }, row)
      expect(indicator).toMatchObject({ value: 0.4, status: 'missed', pace: 0.19 / 0.2 })
      expect(factsOf(indicator, 'judged-at')).toEqual([{ fact: 'judged-at', month: month('2025-12') }])
      const reached = [...by('2025-12', 20), ...by('2026-02', 1)]
      expect(measured({ asOf: '2026-03-11', register: three, submissions: reached }, row).status).toBe('achieved')
    })

    it('is missed when the due date’s month has no value', () => {
      expect(measured({ asOf: '2026-03-11', register: three, submissions: by('2026-02', 40) }, row).status).toBe('missed')
    })

    it('follows a straight path from the baseline', () => {
      // From 0.08 in December 2023 to 0.2 in December 2025: 24 months, 17 of them over in May 2025: 0.08 + 0.12 * 17 / 24 = 0.165.
      const indicator = measured(
        { asOf, register: three, submissions: by('2025-05', 16) },
        { ...row, baselineYear: 2023, baseline: 0.08 },
      )
      expect(indicator.path).toBeCloseTo(0.165, 12)
      expect(indicator.pace).toBeCloseTo(0.16 / 0.165, 12)
      expect(indicator.status).toBe('at-risk')
    })
  })
})

describe('counts', () => {
  const count = (changes: Partial<Target> = {}) => target({ measure: 'above-scale', unit: '家', ...changes })

  it.each([
    ['from May', { aboveScaleFrom: month('2025-05') }, 1],
    ['from June', { aboveScaleFrom: month('2025-06') }, 0],
    ['until May', { aboveScaleFrom: month('2020-01'), aboveScaleUntil: month('2025-05') }, 1],
    ['until April', { aboveScaleFrom: month('2020-01'), aboveScaleUntil: month('2025-04') }, 0],
    ['without a first month', { aboveScaleUntil: month('2030-01') }, 0],
  ])('above scale %s counts %o as %i', (_, change, value) => {
    expect(measured({ asOf, register: register(change) }, count()).value).toBe(value)
  })

  it.each([
    ['on the last day', { listedOn: '2025-05-31' }, 1],
    ['the day after', { listedOn: '2025-06-01' }, 0],
    ['delisted on the last day', { listedOn: '2020-01-01', delistedOn: '2025-05-31' }, 0],
    ['delisted the day after', { listedOn: '2020-01-01', delistedOn: '2025-06-01' }, 1],
    ['never', {}, 0],
  ])('listed %s counts %o as %i', (_, change, value) => {
    expect(measured({ asOf, register: register(change) }, count({ measure: 'listed' })).value).toBe(value)
  })

  it('counts the distinct holders of a title in the scope', () => {
    const titled = (
      enterprise: number,
      grantedOn: string | null,
      expiresOn: string | null = null,
      title: TitleName = 'gazelle',
    ) => ({
      enterprise,
      title,
      level: '',
      grantedOn,
      expiresOn,
    })
    const titles = [
      titled(0, '2025-05-31'),
      titled(0, '2023-01-01', '2025-12-31'), // the same enterprise again
      titled(1, '2020-01-01', '2025-05-31'), // still held on its last day
      titled(2, '2020-01-01', '2025-05-30'),
      titled(3, '2025-06-01'),
      titled(4, null),
      titled(5, '2020-01-01', null, 'specialised'),
      titled(6, '2020-01-01'),
    ]
    const enterprises = register({}, {}, {}, {}, {}, {}, { cluster: 'x' })
    const given = { asOf, register: enterprises, plan: { titles } }
    expect(measured(given, count({ measure: 'title:gazelle' })).value).toBe(3)
    expect(measured(given, count({ measure: 'title:gazelle', scope: 'cluster:x' })).value).toBe(1)
    expect(measured(given, count({ measure: 'title:single-champion' })).value).toBe(0)
  })

  it('is 0 in an empty register, with no completeness or coverage', () => {
    const indicator = measured({ asOf, register: [] }, count({ target: 170 }))
    expect(indicator).toMatchObject({ value: 0, completeness: null, coverage: null, attainment: 0, gap: 170 })
    expect(indicator.basis).toEqual([{ fact: 'counted-on', day: '2025-05-31' }])
  })

  // Four above scale in May 2025.
  const four = { asOf, register: register(...Array(4).fill({ aboveScaleFrom: month('2025-05') })) }
  const row = count({ kind: 'reach', target: 5, dueOn: '2026-12-31' })

  it.each([
    ['reached', { target: 4 }, 'achieved', null],
    ['without a baseline', {}, 'off-track', null],
    // From 2 in December 2024 to 5 in December 2026, 5 of 24 months over: 2 + 3 * 5 / 24 = 2.625.
    ['from 2 in 2024', { baselineYear: 2024, baseline: 2 }, 'on-track', 2.625],
    // Before the baseline's December the path is flat.
    ['from 4 in 2025', { baselineYear: 2025, baseline: 4 }, 'on-track', 4],
    // A path of 0 asks for nothing yet.
    ['from 0 in 2025', { baselineYear: 2025, baseline: 0 }, 'on-track', 0],
    // Due before the baseline's December: the figure.
    ['due before its baseline', { baselineYear: 2025, baseline: 1, dueOn: '2025-05-31' }, 'off-track', 5],
  ])('%s has its status', (_, changes, status, path) => {
    expect(measured(four, { ...row, ...changes })).toMatchObject({ value: 4, status, path })
  })

  it('has no pace on a path of 0', () => {
    expect(measured(four, { ...row, baselineYear: 2025, baseline: 0 }).pace).toBeNull()
    expect(measured(four, row).pace).toBe(0.8)
  })

  it('is achieved in any month up to the due date’s, and keeps that verdict', () => {
    const due = { ...row, target: 4, dueOn: '2025-05-15' }
    expect(measured(four, due).status).toBe('achieved')
    expect(measured({ ...four, asOf: '2025-12-11' }, due).status).toBe('achieved')
    const missed = measured({ ...four, asOf: '2025-12-11' }, { ...due, dueOn: '2025-04-30' })
    expect(missed).toMatchObject({ value: 4, status: 'missed', pace: 0 })
  })

  it.each([[null], [0], [-3]])('has no verdict on a target of %s', (figure) => {
    expect(measured(four, { ...row, target: figure })).toMatchObject({
      value: 4,
      status: 'no-data',
      attainment: null,
      pace: null,
    })
  })
})
