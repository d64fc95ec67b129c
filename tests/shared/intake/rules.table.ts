import type { Rule } from '../../../shared/model/problem.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { enterprise } from '../../support/enterprise.ts'
import { month, type RowCells, type Situation } from './sheets.ts'

/** Rows of one situation, and which rules the last of them breaks. */
export interface RuleCase {
  what: string
  rows: readonly RowCells[]
  rules: readonly Rule[]
  situation?: Partial<Situation>
}

const A = enterprise(0, '甲厂', { creditCode: '91370124613300157K' })
const B = enterprise(1, '乙厂', { reportsFrom: month('2025-03'), reportsUntil: month('2025-06') })
const TWIN_ONE = enterprise(2, '双胞胎厂', { creditCode: '91370124MA3C1A2B37' })
const TWIN_TWO = enterprise(3, '双胞胎厂', { creditCode: '91370124MA3C1A2B4A' })
export const SITUATION: Situation = { register: [A, B, TWIN_ONE, TWIN_TWO], today: '2025-12-01' }

/** A row of 甲厂: period, cumulative output, and what else it has. */
const row = (period: string, outputYtd: CellValue, more: RowCells = {}): RowCells => ({
  period,
  enterprise: A.name,
  outputYtd,
  ...more,
})
const february = row('2025-02', 200)
const steady = [february, row('2025-03', 301), row('2025-04', 400), row('2025-05', 502)]
const EXPLAINED = { explanation: '停产检修' }
const separate = { settings: { janFeb: 'separate' as const } }
const due10 = (today: string, onTimeFigures: string): Partial<Situation> => ({
  today,
  memory: new Map([['2025-02|甲厂|', { explainedFigures: '', explainedWords: '', onTimeFigures }]]),
})

/** Each rule of product.md, "Judging a row": where it applies, where it doesn't, and at its bound. */
export const RULE_CASES: readonly RuleCase[] = [
  { what: 'a clean row', rows: [february], rules: [] },
  { what: 'no period', rows: [row('', 1)], rules: ['missing-period'] },
  { what: 'an unreadable period', rows: [row('三四五', 1)], rules: ['unreadable-period'] },
  { what: 'the month of the day of the run', rows: [february], situation: { today: '2025-02-28' }, rules: ['period-not-open'] },
  { what: 'the first day after the month', rows: [february], situation: { today: '2025-03-01' }, rules: [] },
  { what: 'neither name nor code', rows: [row('2025-02', 1, { enterprise: ' ' })], rules: ['missing-enterprise'] },
  { what: 'a name that the register lacks', rows: [row('2025-02', 1, { enterprise: '丙厂' })], rules: ['unknown-enterprise'] },
  {
    what: 'a code that the register lacks',
    rows: [row('2025-02', 1, { enterprise: null, creditCode: '91370124MA3C1A2B5D' })],
    rules: ['unknown-enterprise'],
  },
  { what: 'a name of two enterprises', rows: [row('2025-02', 1, { enterprise: '双胞胎厂' })], rules: ['ambiguous-enterprise'] },
  {
    what: 'a name of two with the code',
    rows: [row('2025-02', 1, { enterprise: '双胞胎厂', creditCode: TWIN_TWO.creditCode })],
    rules: [],
  },
  {
    what: "another enterprise's code",
    rows: [row('2025-02', 1, { creditCode: TWIN_ONE.creditCode })],
    rules: ['code-name-mismatch'],
  },
  { what: 'name and code agree', rows: [row('2025-02', 1, { creditCode: ' 91370124613300157k ' })], rules: [] },
  {
    what: 'a code that is not in the register for a name with one',
    rows: [row('2025-02', 1, { creditCode: '91370124MA3C1A2B5D' })],
    rules: ['code-name-mismatch'],
  },
  {
    what: 'a code for an enterprise registered without',
    rows: [row('2025-03', 1, { enterprise: B.name, creditCode: '91370124MA3C1A2B5D' })],
    rules: [],
  },
  { what: 'a code of 17', rows: [row('2025-02', 1, { creditCode: '91370124613300157' })], rules: ['bad-credit-code'] },
  { what: 'a code with I', rows: [row('2025-02', 1, { creditCode: '9137012461330015IK' })], rules: ['bad-credit-code'] },
  { what: 'a code as a number', rows: [row('2025-02', 1, { creditCode: 913701246133001500 })], rules: ['bad-credit-code'] },
  { what: 'a placeholder for a code', rows: [row('2025-02', 1, { creditCode: '无' })], rules: [] },
  { what: 'January when merged', rows: [row('2025-01', 1)], rules: ['not-expected'] },
  { what: 'January when separate', rows: [row('2025-01', 1)], situation: separate, rules: [] },
  { what: 'before reportsFrom', rows: [row('2025-02', 1, { enterprise: B.name })], rules: ['not-expected'] },
  { what: 'in reportsFrom', rows: [row('2025-03', 1, { enterprise: B.name })], rules: [] },
  { what: 'after reportsUntil', rows: [row('2025-07', 1, { enterprise: B.name })], rules: ['not-expected'] },
  { what: 'no output', rows: [row('2025-02', null)], rules: ['missing-output'] },
  { what: 'words for an output', rows: [row('2025-02', '若干')], rules: ['unreadable-number'] },
  { what: 'an estimate', rows: [row('2025-02', '约1200')], rules: ['approximate-number'] },
  { what: 'a boolean', rows: [row('2025-02', true)], rules: ['wrong-type'] },
  { what: 'a formula error', rows: [row('2025-02', '#REF!')], rules: ['formula-error'] },
  { what: 'a formula error for a name', rows: [row('2025-02', 1, { enterprise: '#N/A' })], rules: ['formula-error'] },
  { what: 'below 0', rows: [row('2025-02', -0.01)], rules: ['negative-output'] },
  { what: '0', rows: [row('2025-02', 0)], rules: [] },
  { what: 'month above total', rows: [row('2025-02', 100, { outputMonth: 100.01 })], rules: ['month-exceeds-total'] },
  { what: 'month equal to total', rows: [row('2025-02', 100, { outputMonth: 100 })], rules: [] },
  { what: 'added value above output', rows: [row('2025-02', 100, { valueAddedYtd: 100.01 })], rules: ['part-exceeds-whole'] },
  { what: 'added value equal to output', rows: [row('2025-02', 100, { valueAddedYtd: 100 })], rules: ['odd-added-value'] },
  { what: 'added value of 80 %', rows: [row('2025-02', 100, { valueAddedYtd: 80 })], rules: [] },
  { what: 'added value beyond 80 %', rows: [row('2025-02', 100, { valueAddedYtd: 80.01 })], rules: ['odd-added-value'] },
  { what: 'added value of 2 %', rows: [row('2025-02', 100, { valueAddedYtd: 2 })], rules: [] },
  { what: 'added value below 2 %', rows: [row('2025-02', 100, { valueAddedYtd: 1.99 })], rules: ['odd-added-value'] },
  { what: 'no added value where there is no output', rows: [row('2025-02', 0, { valueAddedYtd: 0 })], rules: [] },
  { what: 'two rows that disagree', rows: [february, row('2025-02', 201)], rules: ['conflicting-duplicate'] },
  {
    what: 'two rows that disagree in an optional figure',
    rows: [february, row('2025-02', 200, { valueAddedYtd: 50 })],
    rules: ['conflicting-duplicate'],
  },
  { what: 'a rejected twin', rows: [row('2025-02', '约200'), february], rules: [] },
  { what: 'a twin that can not be told', rows: [row('2025-02', '1.234,5'), february], rules: ['conflicting-duplicate'] },
  { what: 'the same twice', rows: [february, february], rules: ['repeated-row'] },
  {
    what: 'the same by code',
    rows: [february, { ...february, enterprise: null, creditCode: A.creditCode! }],
    rules: ['repeated-row'],
  },
  { what: 'a fall', rows: [february, row('2025-03', 199)], rules: ['total-fell'] },
  { what: 'no fall', rows: [february, row('2025-03', 200)], rules: [] },
  {
    what: 'a fall below an older row of the year',
    rows: [february, row('2025-03', '约'), row('2025-04', 199)],
    rules: ['total-fell'],
  },
  { what: 'no fall from December', rows: [row('2024-12', 900), february], rules: [] },
  { what: 'above an explained fall', rows: [february, row('2025-03', 150, EXPLAINED), row('2025-04', 160)], rules: [] },
  { what: 'identity', rows: [february, row('2025-03', 300, { outputMonth: 100 })], rules: [] },
  { what: 'identity within rounding', rows: [february, row('2025-03', 300, { outputMonth: 99.98 })], rules: [] },
  {
    what: 'identity beyond rounding',
    rows: [february, row('2025-03', 300, { outputMonth: 99.9799 })],
    rules: ['identity-break'],
  },
  {
    what: 'no identity without the month before',
    rows: [row('2025-02', '约200'), row('2025-03', 300, { outputMonth: 50 })],
    rules: [],
  },
  { what: '10 times the usual total', rows: [...steady, row('2025-06', 6050)], rules: ['unit-slip', 'jump'] },
  { what: '10,000 times the usual total', rows: [...steady, row('2025-06', 6_050_000)], rules: ['unit-slip', 'jump'] },
  { what: '1,000 times the usual total', rows: [...steady, row('2025-06', 605_000)], rules: ['unit-slip', 'jump'] },
  { what: 'a tenth of the usual total', rows: [...steady, row('2025-06', 60)], rules: ['unit-slip', 'total-fell'] },
  { what: 'a month 10 times the usual', rows: [...steady, row('2025-06', 1502)], rules: ['unit-slip', 'jump'] },
  { what: 'a month 4 times the usual', rows: [...steady, row('2025-06', 902)], rules: ['jump'] },
  { what: '10 times with two months of its own', rows: [...steady.slice(0, 3), row('2025-05', 5020)], rules: ['jump'] },
  {
    what: 'an output in yuan in February',
    rows: [...steady, row('2026-02', 2_000_000)],
    situation: { today: '2026-03-05' },
    rules: ['unit-slip'],
  },
  { what: 'a jump at the threshold', rows: [february, row('2025-03', 300), row('2025-04', 450)], rules: [] },
  { what: 'a jump beyond the threshold', rows: [february, row('2025-03', 300), row('2025-04', 450.01)], rules: ['jump'] },
  { what: 'a drop beyond the threshold', rows: [february, row('2025-03', 300), row('2025-04', 349.99)], rules: ['jump'] },
  {
    what: 'a jump by the threshold set',
    rows: [february, row('2025-03', 300), row('2025-04', 450)],
    situation: { settings: { jump: 0.4 } },
    rules: ['jump'],
  },
  { what: 'no jump from February merged', rows: [february, row('2025-03', 900)], rules: [] },
  {
    what: 'a season that last year had too',
    rows: [
      row('2024-02', 200),
      row('2024-03', 300),
      row('2024-04', 800, EXPLAINED),
      february,
      row('2025-03', 305),
      row('2025-04', 790),
    ],
    rules: [],
  },
  {
    what: 'a season of 8 times the usual that last year had too',
    rows: [
      ...[row('2024-02', 200), row('2024-03', 300), row('2024-04', 401), row('2024-05', 500), row('2024-06', 1300, EXPLAINED)],
      ...[february, row('2025-03', 300), row('2025-04', 401), row('2025-05', 500), row('2025-06', 1290)],
    ],
    rules: [],
  },
  { what: 'no comparison with a base of 0', rows: [february, row('2025-03', 200), row('2025-04', 900)], rules: [] },
  { what: 'the same month again', rows: [february, row('2025-03', 300), row('2025-04', 400)], rules: ['unchanged'] },
  { what: '0 again', rows: [february, row('2025-03', 200), row('2025-04', 200)], rules: [] },
  {
    what: 'January like December',
    rows: [row('2024-11', 100, EXPLAINED), row('2024-12', 220, EXPLAINED), row('2025-01', 120)],
    situation: separate,
    rules: ['unchanged'],
  },
  { what: 'a gap', rows: [february, row('2025-04', 400)], rules: ['gap'] },
  { what: 'a gap at the start', rows: [row('2025-04', 400)], rules: ['gap'] },
  { what: 'no gap before February merged', rows: [february], rules: [] },
  { what: 'a gap before February separate', rows: [february], situation: separate, rules: ['gap'] },
  { what: 'no gap over the year', rows: [row('2024-11', 100, EXPLAINED), row('2025-01', 120)], situation: separate, rules: [] },
  { what: 'no gap after a rejected row', rows: [february, row('2025-03', '约300'), row('2025-04', 400)], rules: [] },
  { what: 'no gap before reportsFrom', rows: [row('2025-03', 10, { enterprise: B.name })], rules: [] },
  {
    what: "last year's figure differs",
    rows: [row('2024-02', 150), row('2025-02', 200, { outputYtdLastYear: 151 })],
    rules: ['changed-base'],
  },
  {
    what: "last year's figure agrees",
    rows: [row('2024-02', 150), row('2025-02', 200, { outputYtdLastYear: '150' })],
    rules: ['normalised-number'],
  },
  { what: "last year's row is not there", rows: [row('2025-02', 200, { outputYtdLastYear: 151 })], rules: [] },
  { what: 'changed after the due day', rows: [february], situation: due10('2025-03-11', '190.0000|||'), rules: ['changed-late'] },
  { what: 'changed on the due day', rows: [february], situation: due10('2025-03-10', '190.0000|||'), rules: [] },
  { what: 'unchanged after the due day', rows: [february], situation: due10('2025-03-11', '200.0000|||'), rules: [] },
  { what: 'a late first row', rows: [february], situation: due10('2025-03-11', ''), rules: [] },
  { what: 'a number in two readings', rows: [row('2025-02', '1.234,5')], rules: ['ambiguous-number'] },
  { what: 'a number as text', rows: [row('2025-02', '１，２００')], rules: ['normalised-number'] },
  { what: 'a period in another spelling', rows: [row('2025年2月', 1)], rules: ['normalised-period'] },
  { what: 'a name in another spelling', rows: [row('2025-02', 1, { enterprise: ' 甲厂 ' })], rules: ['normalised-name'] },
  { what: 'fractions of a yuan', rows: [row('2025-02', 1.00001)], rules: ['rounded'] },
  { what: 'a bad optional cell', rows: [row('2025-02', 1, { outputYtdLastYear: '约1' })], rules: ['left-out-cell'] },
  {
    what: 'three bad optional cells',
    rows: [row('2025-02', 1, { outputMonth: '1,2', outputYtdLastYear: -1, valueAddedYtd: true })],
    rules: ['left-out-cell', 'left-out-cell', 'left-out-cell'],
  },
  {
    what: 'a negative month without a fall',
    rows: [february, row('2025-03', 300, { outputMonth: -5 })],
    rules: ['left-out-cell'],
  },
  {
    what: 'a negative month with a fall',
    rows: [february, row('2025-03', 190, { outputMonth: -10, ...EXPLAINED })],
    rules: ['total-fell'],
  },
  { what: 'a subtotal', rows: [row('合计', 999, { enterprise: null })], rules: ['subtotal-row'] },
  {
    what: 'everything at once',
    rows: [{ period: '2月32日', enterprise: '?', creditCode: 'x', outputYtd: '约', outputMonth: true }],
    rules: ['unreadable-period', 'bad-credit-code', 'unreadable-number', 'left-out-cell'],
  },
]
