import { formatMonth } from '../../model/month.ts'
import type { Name } from '../../model/plan.ts'
import type { Rule } from '../../model/problem.ts'
import { enterpriseAt } from './enterprises.ts'
import {
  fullWidth,
  grouped,
  hundredths,
  type Mistake,
  mistake,
  output,
  timesAll,
  wrongCells,
  wrongName,
  wrongPeriod,
} from './mistake.ts'

/** All mistakes of the sample, on invented enterprises only; in the newest month with the smaller ones, so that totals stay telling. */
export const MISTAKES: readonly Mistake[] = [
  wrongCells('thousands separators in a text', ['other', 9, '2023-08'], 'normalised-number', (row) => ({
    outputYtd: grouped(output(row)),
  })),
  wrongCells('an estimate with 左右', ['rose-ejiao', 16, '2024-05'], 'approximate-number', (row) => ({
    outputYtd: `${Math.round(output(row) / 100) * 100}左右`,
  })),
  mistake('January reported though it belongs to February', ['casting', 17, '2025-01'], 'not-expected', (row) => [row]),
  wrongPeriod('the period in Chinese', ['building', 12, '2025-03'], 'normalised-period', '2025年3月'),
  wrongCells('a negative cumulative figure', ['emerging', 14, '2025-06'], 'negative-output', (row) => ({
    outputYtd: -output(row),
  })),
  wrongCells('TRUE in place of a figure', ['casting', 26, '2025-07'], 'wrong-type', () => ({ outputYtd: true })),
  wrongCells('month and cumulative figure exchanged', ['building', 14, '2025-08'], 'month-exceeds-total', (row, { before }) => ({
    outputYtd: hundredths(output(row) - output(before)),
    outputMonth: output(row),
    valueAddedYtd: null,
  })),
  wrongCells('the cumulative figure fell', ['casting', 20, '2025-09'], 'total-fell', (_, { before }) => ({
    outputYtd: hundredths(output(before) * 0.94),
    outputMonth: null,
  })),
  wrongPeriod('a row after the enterprise left', ['emerging', 21, '2025-09'], 'not-expected', '2025-09', {
    outputYtd: 5230.4,
    outputMonth: null,
    outputYtdLastYear: null,
    valueAddedYtd: 1402.6,
  }),
  wrongCells('full-width digits', ['rose-ejiao', 18, '2025-10'], 'normalised-number', (row) => ({
    outputYtd: fullWidth(output(row)),
  })),
  wrongCells('added value above output', ['other', 13, '2025-10'], 'part-exceeds-whole', (row) => ({
    valueAddedYtd: hundredths(output(row) * 2.3),
  })),
  wrongCells('a figure in 亿', ['building', 16, '2025-11'], 'normalised-number', (row) => ({
    outputYtd: `${Number(`${output(row)}e-4`)}亿`,
  })),
  wrongCells('the error of a formula', ['rose-ejiao', 21, '2025-11'], 'formula-error', () => ({ outputYtd: '#REF!' })),
  wrongCells('point and comma the other way round', ['casting', 29, '2025-11'], 'ambiguous-number', (row) => ({
    outputYtd: grouped(output(row)).replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')),
  })),
  mistake('November forgotten', ['emerging', 23, '2025-11'], null, () => []),
  wrongCells('December though November is missing', ['emerging', 23, '2025-12'], 'gap', () => ({})),
  wrongCells('figures typed in yuan', ['casting', 31, '2025-12'], 'unit-slip', timesAll(10_000)),
  wrongName('a misspelt name', ['building', 24, '2025-12'], 'unknown-enterprise', (name, brand) => ({
    zh: name.zh.replace(brand.zh, [...brand.zh].reverse().join('')),
    en: name.en.replace(brand.en, `${brand.en.slice(0, -2)}${brand.en.at(-1)}${brand.en.at(-2)}`),
  })),
  wrongName('a name with spaces too many', ['rose-ejiao', 22, '2025-12'], 'normalised-name', (name) => ({
    zh: name.zh.replace('有限公司', '\u3000有限公司'),
    en: name.en.replace(' ', '  '),
  })),
  wrongCells('no cumulative figure', ['casting', 36, '2025-12'], 'missing-output', () => ({ outputYtd: null })),
  wrongCells('an approximate figure', ['building', 26, '2025-12'], 'approximate-number', (row) => ({
    outputYtd: `约${Math.round(output(row) / 100) * 100}`,
  })),
  wrongCells('a reference to the row above', ['other', 22, '2025-12'], 'ambiguous-number', () => ({ outputYtd: '同上' })),
  mistake('the same row twice', ['carbon', 14, '2025-12'], 'repeated-row', (row) => [row, { ...row }]),
  mistake('two rows with different figures', ['casting', 39, '2025-12'], 'conflicting-duplicate', (row) => [
    row,
    { ...row, outputYtd: hundredths(output(row) * 1.003), outputMonth: null },
  ]),
  wrongPeriod('digits of the year exchanged', ['rose-ejiao', 29, '2025-12'], 'period-not-open', '2052-12'),
  wrongCells("another enterprise's credit code", ['building', 28, '2025-12'], 'code-name-mismatch', () => ({
    creditCode: enterpriseAt('building', 30).creditCode,
  })),
  wrongCells('a credit code that lacks a character', ['casting', 41, '2025-12'], 'bad-credit-code', () => ({
    creditCode: enterpriseAt('casting', 41).creditCode.slice(0, 17),
  })),
  wrongCells('a month that does not add up', ['emerging', 20, '2025-12'], 'identity-break', (row, { before }) => ({
    outputMonth: hundredths(output(row) - output(before) + 90),
  })),
  wrongCells("last month's figure copied", ['other', 24, '2025-12'], 'unchanged', (_, { before, monthBefore }) => ({
    outputYtd: hundredths(output(before) + monthBefore),
    outputMonth: monthBefore,
  })),
  wrongCells('a large order, explained', ['carbon', 10, '2025-12'], 'jump', (row, { before, language }) => ({
    outputYtd: hundredths(output(before) + (output(row) - output(before)) * 2.1),
    outputMonth: hundredths((output(row) - output(before)) * 2.1),
    explanation: language === 'zh-CN' ? '12 月集中交付出口大单，一次性确认。' : 'A large export order was delivered in December.',
  })),
  ...(
    [
      ['building', 23],
      ['rose-ejiao', 26],
      ['other', 26],
    ] as const
  ).map(([group, place]) => mistake('nothing typed yet', [group, place, '2025-12'], null, () => [])),
]

/** What a mistake is and which rule should name it, for whoever checks the judging; the enterprise as typed. */
interface SampleMistake {
  what: string
  enterprise: Name
  period: string
  expectedRule: Rule | null
}

export const SAMPLE_MISTAKES: readonly SampleMistake[] = MISTAKES.map(
  ({ what, enterprise, month, rule, typedPeriod, typedName }) => ({
    what,
    enterprise: typedName ?? enterprise.name,
    period: typedPeriod ?? formatMonth(month),
    expectedRule: rule,
  }),
)
