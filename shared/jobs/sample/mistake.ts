import type { Language } from '../../model/language.ts'
import { type Month, parseMonth } from '../../model/month.ts'
import { type Name, nameIn } from '../../model/plan.ts'
import type { Rule } from '../../model/problem.ts'
import type { TypedRow } from '../../model/verdict.ts'
import { enterpriseAt, type SampleEnterprise } from './enterprises.ts'
import type { SampleGroup } from './groups.ts'
import { brandName } from './names.ts'

/** What a change may look at beside the truthful row. */
interface Scene {
  /** The truthful row of the month before, and what that month alone brought, in 10,000 yuan. */
  before: TypedRow
  monthBefore: number
  language: Language
}

/** A mistake that a clerk made: the rows that stand in the sheet instead of the truthful one. */
export interface Mistake {
  what: string
  enterprise: SampleEnterprise
  month: Month
  /** The rule that should name it; null: nothing was typed, the enterprise is late. */
  rule: Rule | null
  change: (row: TypedRow, scene: Scene) => TypedRow[]
  /** The period and name as typed, where they are the mistake. */
  typedPeriod?: string
  typedName?: Name
}

type Place = readonly [group: SampleGroup, place: number, month: string]

export const mistake = (what: string, [group, place, month]: Place, rule: Rule | null, change: Mistake['change']): Mistake => ({
  what,
  enterprise: enterpriseAt(group, place),
  month: parseMonth(month)!,
  rule,
  change,
})

/** A mistake in single cells of the row. */
export const wrongCells = (
  what: string,
  place: Place,
  rule: Rule,
  change: (row: TypedRow, scene: Scene) => Partial<TypedRow>,
): Mistake => mistake(what, place, rule, (row, scene) => [{ ...row, ...change(row, scene) }])

/** A mistake in the period, or a row of a period that is not the enterprise's. */
export const wrongPeriod = (
  what: string,
  place: Place,
  rule: Rule,
  typedPeriod: string,
  figures: Partial<TypedRow> = {},
): Mistake => ({
  ...wrongCells(what, place, rule, () => ({ ...figures, period: typedPeriod })),
  typedPeriod,
})

/** A mistake in the name; without the credit code, which would tell who is meant. */
export function wrongName(what: string, place: Place, rule: Rule, spell: (name: Name, brand: Name) => Name): Mistake {
  const enterprise = enterpriseAt(place[0], place[1])
  const typedName = spell(enterprise.name, brandName(enterprise.number))
  const change = (_: TypedRow, { language }: Scene) => ({
    enterprise: nameIn(typedName, language),
    creditCode: null,
  })
  return { ...wrongCells(what, place, rule, change), typedName }
}

/** The cumulative figure of a truthful row. */
export const output = (row: TypedRow): number => row.outputYtd as number
export const hundredths = (figure: number): number => Math.round(figure * 100) / 100
export const fullWidth = (figure: number): string =>
  String(figure).replace(/[\d.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
export const grouped = (figure: number): string => figure.toLocaleString('en-US', { minimumFractionDigits: 2 })
export const timesAll = (factor: number) => (row: TypedRow) => ({
  outputYtd: hundredths(output(row) * factor),
  outputMonth: row.outputMonth === null ? null : hundredths((row.outputMonth as number) * factor),
  outputYtdLastYear: row.outputYtdLastYear === null ? null : hundredths((row.outputYtdLastYear as number) * factor),
  valueAddedYtd: row.valueAddedYtd === null ? null : hundredths((row.valueAddedYtd as number) * factor),
})
