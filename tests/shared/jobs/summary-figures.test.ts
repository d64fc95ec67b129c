import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF } from '../../../shared/jobs/sample/generate-pingyin.ts'
import { sampleOf } from '../../../shared/jobs/sample/sample-of.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'

// Every figure on Summary, reckoned again here from the cells of the tabs it comes from, and from nothing of the product: rows whose
// status column says that they count, in 10,000 yuan, against what stands in Summary in billion yuan.

const PERIOD = '2025-12'
const { workbook, summary: words } = textsFor('en')
const COUNTS = [workbook.verdict.accepted, workbook.verdict.noted]
const BILLION = 1e5

let county: County
let summary: CellValue[][]
let totals: Totals
let enterprises: CellValue[][]
/** As the sample has them: in the workbook they stand in words. */
const sample = sampleOf('pingyin', 'en')!
const rowsOf = (tab: 'targets' | 'titles' | 'clusters') => sample[tab]!.map((row) => [...row])
const targets = rowsOf('targets')

/** Cumulative output and added value of rows that count, by enterprise and month. */
type Totals = Map<string, Map<string, { output: number; addedValue: number | null }>>

beforeAll(async () => {
  county = await startCounty({ language: 'en', sample, today: SAMPLE_AS_OF })
  await county.recalculate()
  summary = await county.show('summary')
  enterprises = (await county.show('enterprises')).slice(1)
  totals = totalsOf((await county.show('submissions')).slice(1), enterprises)
})
afterAll(() => county.close())

function totalsOf(rows: readonly CellValue[][], register: readonly CellValue[][]): Totals {
  const nameOf = new Map<string, string>()
  for (const [name, code, aliases] of register)
    for (const known of [name, code, ...String(aliases ?? '').split(/[;；,，、]/)])
      nameOf.set(String(known ?? '').trim(), String(name))
  const found: Totals = new Map()
  for (const [period, enterprise, code, output, , , addedValue, , status] of rows) {
    if (!COUNTS.includes(String(status))) continue
    const name = nameOf.get(String(enterprise).replace(/\s+/g, ' ').trim()) ?? nameOf.get(String(code))!
    const month = String(period)
      .replace(/[^\d]+/g, '-')
      .replace(/-$/, '')
      .replace(/^(\d{4})(\d\d)$/, '$1-$2')
    const months = found.get(name) ?? new Map()
    months.set(month.replace(/-(\d)$/, '-0$1'), { output: number(output)!, addedValue: number(addedValue) })
    found.set(name, months)
  }
  return found
}

const number = (cell: CellValue | undefined): number | null => {
  if (typeof cell === 'number') return cell
  const text = String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(',', '')
    .trim()
  if (text.endsWith('亿')) return Number(text.slice(0, -1)) * 10_000
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text)
}
const inYear = (name: string, until: string) =>
  [...(totals.get(name) ?? [])]
    .filter(([month]) => month.startsWith(until.slice(0, 4)) && month <= until)
    .toSorted()
    .at(-1)?.[1]
const at = (name: string, month: string) => totals.get(name)?.get(month)?.output
const membersOf = (scope: string): string[] =>
  enterprises.filter(([, , , cluster]) => scope === 'county' || `cluster:${cluster}` === scope).map(([name]) => String(name))
const outputOf = (names: readonly string[], until = PERIOD): number =>
  names.reduce((sum, name) => sum + (inYear(name, until)?.output ?? 0), 0)
const expected = (name: string): boolean => {
  const [, , , , , from, until] = enterprises.find((row) => row[0] === name)!
  return (!from || String(from) <= PERIOD) && (!until || PERIOD <= String(until))
}
/** Grown by those that are accepted in both months. */
function estimateOf(names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const months = [...(totals.get(name) ?? [])].filter(([month]) => month.startsWith('2025') && month <= PERIOD).toSorted()
    const last = months.at(-1)
    if (!last) return expected(name) ? sum + missing(name, names) : sum
    if (last[0] === PERIOD || !expected(name)) return sum + last[1].output
    const both = names.filter((each) => at(each, PERIOD) !== undefined && at(each, last[0]) !== undefined)
    const growth = total(both, PERIOD) / total(both, last[0])
    return sum + last[1].output * growth
  }, 0)
}
const total = (names: readonly string[], month: string) => names.reduce((sum, name) => sum + at(name, month)!, 0)
function missing(name: string, names: readonly string[]): number {
  const both = names.filter((each) => at(each, PERIOD) !== undefined && at(each, '2024-12') !== undefined)
  return (at(name, '2024-12') ?? 0) * (total(both, PERIOD) / total(both, '2024-12'))
}

const rowOf = (label: string): CellValue[] => {
  const found = summary.find(([first]) => first === label)
  if (!found) throw new Error(`no row ${label}`)
  return found
}
const nameOfTarget = (key: string) => String(targets.find((row) => row[0] === key)![2])
const near = (value: CellValue | undefined, wanted: number) => expect(value).toBeCloseTo(wanted, 6)

describe('every figure of Summary from the rows it comes from', () => {
  test.each(['county-output', 'casting-output', 'building-output'])('%s', (key) => {
    const [, , , , scope, , target, stretch] = targets.find((row) => row[0] === key)!
    const names = membersOf(String(scope))
    const value = outputOf(names) / BILLION
    const [, shown, goal, further, attainment, , , , forecast, , yearOnYear, completeness] = rowOf(nameOfTarget(key))
    near(shown, value)
    expect(goal).toBe(target)
    expect(further ?? '').toBe(stretch ?? '')
    near(attainment, value / Number(target))
    // December is the whole year: what it will come to is the estimate with the late ones.
    near(forecast, estimateOf(names) / BILLION)
    const both = names.filter((name) => at(name, PERIOD) !== undefined && at(name, '2024-12') !== undefined)
    near(yearOnYear, total(both, PERIOD) / total(both, '2024-12') - 1)
    const due = names.filter(expected)
    near(completeness, due.filter((name) => at(name, PERIOD) !== undefined).length / due.length)
  })

  test('what is held: the trailing twelve months, which in December are the year', () => {
    const names = membersOf('cluster:carbon')
    near(rowOf(nameOfTarget('carbon-output'))[1], outputOf(names) / BILLION)
  })

  test("the emerging industries' share", () => {
    const counted = membersOf('county').map((name) => ({ name, addedValue: inYear(name, PERIOD)?.addedValue ?? null }))
    const fieldOf = (name: string) => enterprises.find((row) => row[0] === name)![4]
    const sum = (some: typeof counted) => some.reduce((all, { addedValue }) => all + (addedValue ?? 0), 0)
    near(rowOf(nameOfTarget('emerging-share'))[1], sum(counted.filter(({ name }) => fieldOf(name))) / sum(counted))
  })

  test('the counts of the registers', () => {
    const inForce = (from: CellValue | undefined, until: CellValue | undefined) =>
      Boolean(from) && String(from) <= PERIOD && (!until || String(until) >= PERIOD)
    const listed = (on: CellValue | undefined, off: CellValue | undefined) =>
      Boolean(on) && String(on) <= '2025-12-31' && (!off || String(off) > '2025-12-31')
    expect(rowOf(nameOfTarget('above-scale'))[1]).toBe(enterprises.filter((row) => inForce(row[7], row[8])).length)
    expect(rowOf(nameOfTarget('listed'))[1]).toBe(enterprises.filter((row) => listed(row[9], row[10])).length)
    const titles = rowsOf('titles')
    for (const [key, , , measure] of targets.filter((row) => String(row[3]).startsWith('title:'))) {
      const title = String(measure).slice('title:'.length)
      const held = titles.filter(([, each, , from, until]) => each === title && listed(from, until || null))
      expect(rowOf(nameOfTarget(String(key)))[1]).toBe(new Set(held.map(([name]) => name)).size)
    }
  })

  test('the tables of clusters and fields add up to the county', () => {
    const header = summary.findIndex((row) => row[1] === words.output)
    const tables = summary.slice(header + 1, header + 6)
    near(
      tables.reduce((sum, row) => sum + Number(row[1]), 0),
      outputOf(membersOf('county')) / BILLION,
    )
    for (const [name, output] of tables.slice(0, 4)) {
      const key = clusterKey(String(name))
      near(output, outputOf(membersOf(`cluster:${key}`)) / BILLION)
    }
  })

  test('the cards and who is late', () => {
    const cards = summary.findIndex((row) => row[0] === words.cards.value) + 1
    near(summary[cards]![0], outputOf(membersOf('county')) / BILLION)
    const due = membersOf('county').filter(expected)
    const late = due.filter((name) => at(name, PERIOD) === undefined)
    near(summary[cards]![10], 1 - late.length / due.length)
    const names = summary[summary.findIndex((row) => row[0] === words.late(late.length)) + 1]![0]
    expect(String(names).split('; ').toSorted()).toEqual(late.toSorted())
  })
})

const clusterKey = (name: string): string => {
  const row = rowsOf('clusters').find((each) => each[2] === name)
  if (!row) throw new Error(`no cluster ${name}`)
  return String(row[0])
}
