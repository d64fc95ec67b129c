import type { BasisFact, GrowthSource } from '../../basis.ts'
import type { Yuan } from '../../money.ts'
import { formatMonth } from '../../month.ts'
import type { BasisTexts } from '../basis-texts.ts'

export const basisEn: BasisTexts = {
  sentence: (facts) => facts.map(sentenceOf).join(' '),
}

/** A list of more names is cut short, so that a cell or a mail stays readable. */
const NAMES_SHOWN = 20

type Wording = { [F in BasisFact['fact']]: (fact: Extract<BasisFact, { fact: F }>) => string }

const WORDING: Wording = {
  'unreadable-target': () => 'This row of Targets could not be read and was not computed; see Problems.',
  'no-target': () => 'No target above 0 is given, so it is not judged.',
  'no-due-date': () => 'No due date is given, so it is not judged.',
  'rows-counted': ({ counted, expected }) => `${counted} of ${enterprises(expected)} expected have reported.`,
  'nobody-expected': ({ month }) => `No report is expected for ${formatMonth(month)}.`,
  'no-rows': ({ month }) => `No row of the year has been accepted up to ${formatMonth(month)}.`,
  carried: ({ names }) => `Counted with their last accepted total of this year (${names.length}): ${list(names)}.`,
  missing: ({ names }) => `Not in the total, as no row of this year was accepted (${names.length}): ${list(names)}.`,
  'late-grown': ({ count, since, factor, of }) =>
    `Estimate: ${enterprises(count)} last accepted for ${formatMonth(since)} grown by ${change(factor)}, like those ${where(of)} accepted for both months.`,
  'late-from-last-year': ({ count, factor, of }) =>
    `Estimate: ${enterprises(count)} without a row taken at last year's figure and ${change(factor)}, the year on year of those ${where(of)} that reported.`,
  'late-not-estimated': ({ count }) =>
    `Estimate: nothing to go by for ${enterprises(count)} that are late, so nothing is added for them.`,
  'year-on-year': ({ enterprises: count, typedBases }) =>
    `Year on year over the same ${enterprises(count)}${typedBases > 0 ? `, ${typedBases} by last year's figure typed in the row` : ''}.`,
  'month-on-month': ({ enterprises: count }) => `Month on month over the same ${enterprises(count)}.`,
  season: ({ share, years }) => `Seasonal share ${percent(share)}, from ${years.join(', ')}.`,
  'season-even': ({ share }) => `Seasonal share ${percent(share)}, by even months: no complete year to go by.`,
  'path-base': ({ from, year, yuan }) => `The path starts at ${amount(yuan)} in ${year}${PATH_BASE[from]}.`,
  'path-at-target': () => 'That is at the target already, so the path stays at the target.',
  'path-not-positive': () => 'That is not above 0, so only the due year has a path.',
  'no-path-base': () => 'There is no figure for the path to start at, so only the due year has a path.',
  'reached-in': ({ year }) => `The target was reached in ${year}.`,
  'trailing-window': ({ from, to }) => `Trailing twelve months: ${formatMonth(from)} to ${formatMonth(to)}.`,
  'trailing-older': ({ count }) => `${enterprises(count)} enter them with an earlier twelve months, the newest known.`,
  'trailing-unknown': ({ from, to }) =>
    `The trailing twelve months ${formatMonth(from)} to ${formatMonth(to)} are unknown: earlier rows are absent.`,
  'left-out': ({ names }) => `Left out of the twelve months, as earlier rows are absent (${names.length}): ${list(names)}.`,
  'undecided-late': () => 'With what is estimated for the late ones the target would be held, so it is not judged yet.',
  'judged-from': ({ month }) => `Judged from ${formatMonth(month)} on.`,
  'judged-at': ({ month }) => `The verdict is that of ${formatMonth(month)}, the month of the due date.`,
  'share-rows': ({ giving, counted, coverage }) =>
    `Added value is given for ${giving} of ${enterprises(counted)} counted${coverage === null ? '' : `, ${percent(coverage)} of their output`}.`,
  'coverage-low': ({ needed }) => `A share is computed from ${percent(needed)} of the output on.`,
  'counted-on': ({ day }) => `Counted in the register as of ${day}.`,
  'linear-path': ({ year, baseline, kind, due }) =>
    `The path runs by equal months from ${kind === 'share' ? percent(baseline) : baseline} at the end of ${year} to the target in ${formatMonth(due)}.`,
  'no-baseline': () => 'Without a baseline and a due date the pace compares with the target itself.',
}

const PATH_BASE: Record<Extract<BasisFact, { fact: 'path-base' }>['from'], string> = {
  december: ', fully reported',
  baseline: ', the baseline of the row',
  'incomplete-december': ', whose December is not fully reported',
}

// Each entry takes exactly the fact that it is filed under, which the compiler cannot follow through the lookup.
const sentenceOf = (fact: BasisFact): string => (WORDING[fact.fact] as (fact: BasisFact) => string)(fact)

const where = (of: GrowthSource): string => (of === 'scope' ? 'of the scope' : 'of the county')
const enterprises = (count: number): string => (count === 1 ? '1 enterprise' : `${count} enterprises`)
const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)} %`
const change = (factor: number): string => `${factor < 1 ? '' : '+'}${percent(factor - 1)}`
const amount = (yuan: Yuan): string =>
  Math.abs(yuan) >= 1e9 ? `${(yuan / 1e9).toFixed(3)} billion yuan` : `${(yuan / 1e6).toFixed(2)} million yuan`

function list(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN
  const shown = names.slice(0, NAMES_SHOWN).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}
