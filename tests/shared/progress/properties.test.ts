import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { EmergingField, expectedIn } from '../../../shared/model/enterprise.ts'
import { type Month, monthOf, yearOf } from '../../../shared/model/month.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'
import type { Submission } from '../../../shared/model/submission.ts'
import { measureProgress, type ProgressInput } from '../../../shared/progress/measure-progress.ts'
import { reportingPeriod } from '../../../shared/progress/reporting-period.ts'
import { outputByMonth } from '../../../shared/progress/series.ts'
import { runs, timeLimit } from '../../support/runs.ts'
import { register, target } from './county.ts'

vi.setConfig({ testTimeout: timeLimit })

const FIRST = monthOf(2022, 1)
const LAST = monthOf(2025, 12)

const anyMonth = fc.integer({ min: FIRST, max: LAST })
const anyDay = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

const anyEnterprise = fc.record({
  cluster: fc.constantFrom('casting', 'anode', 'unknown', null),
  emergingField: fc.constantFrom(...EmergingField.options, null),
  reportsFrom: fc.option(anyMonth, { freq: 3 }),
  reportsUntil: fc.option(anyMonth, { freq: 3 }),
})

const anyRow = (enterprise: number, month: Month): fc.Arbitrary<Submission> =>
  fc.record({
    enterprise: fc.constant(enterprise),
    month: fc.constant(month),
    outputYtdYuan: fc.integer({ min: 0, max: 1_000_000 }),
    outputMonthYuan: fc.constant(null),
    outputYtdLastYearYuan: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    valueAddedYtdYuan: fc.option(fc.integer({ min: 0, max: 300_000 }), { freq: 8 }),
    row: fc.constant(2),
  })

const targets = (['county', 'cluster:casting', 'emerging'] as const).flatMap((scope) =>
  (['reach', 'hold', 'track'] as const).map((kind) =>
    target({
      scope,
      kind,
      target: 1_500_000,
      dueOn: '2025-12-31',
      startsOn: '2022-01-01',
      baselineYear: 2021,
      baseline: 500_000,
    }),
  ),
)
const share = target({ measure: 'emerging-share', kind: 'reach', target: 0.2, unit: '%', dueOn: '2025-12-31' })

/** Any county: rows where a report is expected, each there or not. */
const anyCounty: fc.Arbitrary<ProgressInput> = fc
  .record({
    enterprises: fc.array(anyEnterprise, { maxLength: 5 }).map((changes) => register(...changes)),
    janFeb: fc.constantFrom('merged' as const, 'separate' as const),
    asOf: anyDay,
    dueDay: fc.integer({ min: 1, max: 31 }),
    presence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .chain(({ enterprises, janFeb, asOf, dueDay, presence }) => {
    const slots = enterprises.flatMap((enterprise) =>
      Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index)
        .filter((month) => expectedIn(enterprise, month, janFeb))
        .map((month) => fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), anyRow(enterprise.id, month))),
    )
    const clusters = ['casting', 'anode'].map((key) => ({ key, name: { zh: key, en: key }, leader: '' }))
    return fc.tuple(...slots).map((drawn) => ({
      asOf,
      settings: { ...DEFAULT_SETTINGS, janFeb, dueDay },
      register: enterprises,
      plan: { clusters, titles: [], targets: [...targets, share], milestones: [] },
      submissions: drawn.filter(([chance]) => chance <= presence).map(([, row]) => row),
    }))
  })

const check = (property: (input: ProgressInput) => void) => fc.assert(fc.property(anyCounty, property), runs(150))

/** The county's output target, tracked. */
const countyOf = (input: ProgressInput) => measureProgress(input).indicators.find(({ kind }) => kind === 'track')!

describe('for any county', () => {
  it('the order of the rows changes nothing', () => {
    check((input) => {
      expect(measureProgress({ ...input, submissions: input.submissions.toReversed() })).toEqual(measureProgress(input))
      const byOutput = [...input.submissions].sort((a, b) => a.outputYtdYuan - b.outputYtdYuan)
      expect(measureProgress({ ...input, submissions: byOutput })).toEqual(measureProgress(input))
    })
  })

  it('the total is exactly the sum of its clusters and the rest, and so are the numbers of enterprises', () => {
    check((input) => {
      const { clusters, completeness } = measureProgress(input)
      const outputs = clusters.map(({ outputYtd }) => outputYtd).filter((output) => output !== null)
      expect(countyOf(input).value).toBe(outputs.length === 0 ? null : outputs.reduce((sum, output) => sum + output, 0))
      for (const number of ['expected', 'reported', 'carried', 'missing'] as const) {
        expect(clusters.reduce((sum, cluster) => sum + cluster.completeness[number], 0)).toBe(completeness[number])
      }
    })
  })

  it('everyone expected is reported, carried or missing', () => {
    check((input) => {
      const { expected, reported, carried, missing, late } = measureProgress(input).completeness
      expect(reported + carried + missing).toBe(expected)
      expect(late).toHaveLength(carried + missing)
      expect(late).toEqual([...late].sort((a, b) => a - b))
    })
  })

  it('with nobody late the estimate is the counted output', () => {
    check((input) => {
      const { late } = measureProgress(input).completeness
      const punctual = input.register.filter(({ id }) => !late.includes(id)).map(({ id }) => id)
      const county = countyOf({
        ...input,
        register: punctual.map((id, place) => ({ ...input.register[id]!, id: place })),
        submissions: input.submissions
          .filter(({ enterprise }) => punctual.includes(enterprise))
          .map((row) => ({ ...row, enterprise: punctual.indexOf(row.enterprise) })),
      })
      if (county.completeness === null || county.completeness === 1) expect(county.estimateWithLate).toBe(county.value)
    })
  })

  it('a row taken away never counts as 0: what remains is the month before, or nothing', () => {
    check((input) => {
      const period = reportingPeriod(input)
      for (const removed of input.submissions.filter((row) => row.month === period)) {
        const others = input.submissions.filter((row) => row !== removed)
        const alone = (rows: readonly Submission[]) => ({
          ...input,
          register: register({ ...input.register[removed.enterprise]!, id: 0 }),
          submissions: rows.filter((row) => row.enterprise === removed.enterprise).map((row) => ({ ...row, enterprise: 0 })),
        })
        const january = monthOf(yearOf(period), 1)
        const earlier = others
          .filter(({ enterprise, month }) => enterprise === removed.enterprise && month >= january && month < period)
          .sort((a, b) => b.month - a.month)[0]
        // Seen when the period is past its due date, so that taking a row away does not move it.
        const seen = { ...alone(others), asOf: `${yearOf(period + 2)}-${String(((period + 2) % 12) + 1).padStart(2, '0')}-01` }
        expect(outputByMonth(seen, 'county', yearOf(period))[period % 12]).toBe(earlier?.outputYtdYuan ?? null)
      }
    })
  })

  it('an earlier as-of day never shows a later period, nor a figure that comes after its own', () => {
    fc.assert(
      fc.property(anyCounty, anyDay, (input, otherDay) => {
        const [early, later] = [input.asOf, otherDay].sort() as [string, string]
        const before = measureProgress({ ...input, asOf: early })
        expect(before.period).toBeLessThanOrEqual(reportingPeriod({ ...input, asOf: later }))
        const known = input.submissions.filter((row) => row.month <= before.period)
        expect(measureProgress({ ...input, asOf: early, submissions: known })).toEqual(before)
      }),
      runs(150),
    )
  })

  it('amounts scale with the rows and ratios stay', () => {
    const k = 1000
    check((input) => {
      const scaled = countyOf({
        ...input,
        submissions: input.submissions.map((row) => ({
          ...row,
          outputYtdYuan: row.outputYtdYuan * k,
          outputYtdLastYearYuan: row.outputYtdLastYearYuan === null ? null : row.outputYtdLastYearYuan * k,
        })),
      })
      const plain = countyOf(input)
      const close = (actual: number | null, expected: number | null, within: number) =>
        expected === null ? expect(actual).toBeNull() : expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(within)
      expect(scaled.value).toBe(plain.value === null ? null : plain.value * k)
      expect(scaled.trailingTwelveMonths).toBe(plain.trailingTwelveMonths === null ? null : plain.trailingTwelveMonths * k)
      for (const amount of ['estimateWithLate', 'forecast', 'forecastLow', 'forecastHigh'] as const) {
        // Each is rounded to a whole yuan once, so that they differ by half a yuan of either.
        close(scaled[amount], plain[amount] === null ? null : plain[amount] * k, k / 2 + 0.5)
      }
      for (const figure of ['yearOnYear', 'monthOnMonth', 'seasonalShare', 'completeness'] as const) {
        close(scaled[figure], plain[figure], 1e-9 * Math.abs(plain[figure] ?? 0) + 1e-12)
      }
    })
  })

  it('every number shown is finite, and amounts are whole', () => {
    check((input) => {
      for (const indicator of measureProgress(input).indicators) {
        for (const figure of Object.values(indicator)) if (typeof figure === 'number') expect(Number.isFinite(figure)).toBe(true)
        if (indicator.measure !== 'output') continue
        for (const amount of [
          'value',
          'estimateWithLate',
          'forecast',
          'trailingTwelveMonths',
          'neededPerMonth',
          'path',
        ] as const) {
          if (indicator[amount] !== null) expect(Number.isInteger(indicator[amount])).toBe(true)
        }
      }
    })
  })
})
