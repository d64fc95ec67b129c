import { findColumns } from '../../../shared/intake/find-columns.ts'
import { readDay } from '../../../shared/intake/read-day.ts'
import { readEmail } from '../../../shared/intake/read-email.ts'
import { readNumber } from '../../../shared/intake/read-number.ts'
import { readRegister } from '../../../shared/intake/read-register.ts'
import { readTargets } from '../../../shared/intake/read-targets.ts'
import type { Rule } from '../../../shared/model/problem.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import type { Verdict } from '../../../shared/model/verdict.ts'
import { enterprise } from '../../support/enterprise.ts'
import { columnsOf, headersOf, judge, judgeCells, month, type RowCells, sheet, table } from './sheets.ts'

const MEIDE = enterprise(0, '玫德集团有限公司', {
  creditCode: '91370124613300157K',
  aliases: ['玫德'],
  reportsFrom: month('2025-03'),
})
const SHANSHUI = enterprise(1, '平阴山水水泥有限公司', { reportsFrom: month('2025-03') })
export const REGISTER = [MEIDE, SHANSHUI]
/** What a case's row has where the case says nothing else; judged on 5 April 2025. */
export const CLEAN: RowCells = { period: '2025-03', enterprise: MEIDE.name, outputYtd: 1234.5 }

/** A row and what becomes of it: verdict, rules, and the output that counts in 10,000 yuan. */
export interface RowCase {
  cells: RowCells
  verdict: Verdict
  rules?: readonly Rule[]
  value?: number | null
}
/** What a reader gives for something that isn't a row. */
interface OtherCase {
  what: string
  gives: () => unknown
  expected: unknown
}
export interface InputRow {
  id: string
  input: string
  cases: readonly (RowCase | OtherCase)[]
}

const ok = (cells: RowCells, value = 1234.5): RowCase => ({ cells, verdict: 'accepted', rules: [], value })
const output = (outputYtd: CellValue, value: number): RowCase => ok({ outputYtd }, value)
const fixed = (outputYtd: CellValue, value: number, rules: readonly Rule[] = ['normalised-number']): RowCase => ({
  cells: { outputYtd },
  verdict: 'noted',
  rules,
  value,
})
const bad = (rule: Rule, ...outputs: CellValue[]): RowCase[] =>
  outputs.map((outputYtd) => ({ cells: { outputYtd }, verdict: 'rejected', rules: [rule] }))
const asked = (...outputs: CellValue[]): RowCase[] =>
  outputs.map((outputYtd) => ({ cells: { outputYtd }, verdict: 'held', rules: ['ambiguous-number'] }))
const period = (text: CellValue): RowCase => ({
  cells: { period: text },
  verdict: 'noted',
  rules: ['normalised-period'],
  value: 1234.5,
})
const badPeriod = (rule: Rule, ...periods: CellValue[]): RowCase[] =>
  periods.map((text) => ({ cells: { period: text }, verdict: 'rejected', rules: [rule] }))
const name = (text: string, more: RowCells = {}): RowCase => ({
  cells: { enterprise: text, ...more },
  verdict: 'noted',
  rules: ['normalised-name'],
  value: 1234.5,
})
const badName = (rule: Rule, text: string, more: RowCells = {}): RowCase => ({
  cells: { enterprise: text, ...more },
  verdict: 'rejected',
  rules: [rule],
})

/** What is suggested for a name that the register of 平阴…建材有限公司 lacks. */
const suggested = (what: string, typed: string, names: readonly string[], expected: string | undefined): OtherCase => ({
  what,
  gives: () => {
    const register = names.map((each, index) => enterprise(index, `平阴${each}建材有限公司`, { reportsFrom: month('2025-03') }))
    return judge([{ ...CLEAN, enterprise: typed }], { register }).rows[0]!.problems.map(({ facts }) => facts.suggestion)
  },
  expected: [expected],
})

const verdicts = (rows: readonly RowCells[]): Verdict[] => judge(rows, { register: REGISTER }).rows.map(({ verdict }) => verdict)
const yuans = (rows: readonly RowCells[], register = REGISTER): number[] =>
  judge(rows, { register, today: '2025-08-01' }).submissions.map(({ outputYtdYuan }) => outputYtdYuan)

/** An enterprise with months March to June of 100 each, and July as typed. */
const july = (outputYtd: CellValue, expected: unknown): OtherCase => ({
  what: `July ${outputYtd} after 100 a month`,
  gives: () => {
    const months = [
      [3, 100],
      [4, 201],
      [5, 300],
      [6, 402],
    ].map(([at, ytd]) => ({ ...CLEAN, period: `2025-0${at}`, outputYtd: ytd! }))
    const rows = [...months, { ...CLEAN, period: '2025-07', outputYtd }]
    const last = judge(rows, { register: REGISTER, today: '2025-08-01' }).rows[4]!
    return [last.verdict, last.problems.some(({ rule }) => rule === 'unit-slip')]
  },
  expected,
})

/** All 53 rows of the design's list of what people really type; where it differs from product.md, product.md's verdict. */
export const INPUTS: readonly InputRow[] = [
  { id: 'B01', input: 'number cell', cases: [output(1234.5, 1234.5), output(1234, 1234), output(0.0001, 0.0001)] },
  {
    id: 'B02',
    input: 'number typed as text',
    cases: [fixed('1234.5', 1234.5), fixed('1234', 1234), fixed('.5', 0.5), fixed('12.', 12)],
  },
  {
    id: 'B03',
    input: 'grouping',
    cases: [fixed('1,234.5', 1234.5), fixed('1,234,567', 1234567), ...asked('12,34,567', '1,2345', '123,45,678.9', '1234,567')],
  },
  { id: 'B04', input: 'decimal comma', cases: asked('1.234,5', '1.234.567,8', '12,5', '0,5') },
  { id: 'B05', input: '1.234 and 1,234', cases: [fixed('1,234', 1234), fixed('1.234', 1.234)] },
  { id: 'B06', input: 'full width', cases: [fixed('１２３，４５６．７', 123456.7), fixed('１２００', 1200)] },
  {
    id: 'B07',
    input: 'Chinese numerals',
    cases: [
      fixed('一千二百', 1200),
      fixed('一千二百万', 1200),
      fixed('壹仟元整', 0.1),
      fixed('壹仟贰佰万元整', 1200),
      fixed('十二', 12),
      fixed('三点五亿', 35000),
      fixed('一千零五', 1005),
      ...asked('三万五千'),
      ...bad('unreadable-number', '百二', '一二', '一百五'),
    ],
  },
  {
    id: 'B08',
    input: '亿 and 万',
    cases: [fixed('3.5亿', 35000), fixed('1200万', 1200), fixed('1.2万', 1.2), fixed('2千万', 2000), fixed('1亿2000万', 12000)],
  },
  {
    id: 'B09',
    input: 'unit stated',
    cases: [fixed('1200万元', 1200), fixed('3.5亿元', 35000), ...asked('1200元', '¥1200', '5千')],
  },
  {
    id: 'B10',
    input: '10,000 times its own history',
    cases: [
      july(5_020_000, ['held', true]),
      july(660, ['held', false]),
      july(0.0502, ['held', true]),
      july(505, ['accepted', false]),
    ],
  },
  {
    id: 'B11',
    input: 'percent',
    cases: [
      ...bad('unreadable-number', '12%', '12％'),
      {
        what: '12% in a column of percentages',
        gives: () => readNumber('12％', '%'),
        expected: { kind: 'value', value: 12, normalised: true },
      },
    ],
  },
  {
    id: 'B12',
    input: 'negatives',
    cases: bad('negative-output', '(123)', '（123）', '-123', '−123', '123-', '▲123', '负123').map((row) => ({
      ...row,
      rules: ['normalised-number', 'negative-output'] as const,
    })),
  },
  {
    id: 'B13',
    input: 'spaces around and inside',
    cases: [
      fixed('\u00a01234.5\u3000', 1234.5),
      fixed('\t1234.5\n', 1234.5),
      fixed('1\u202f234.5', 1234.5),
      fixed('1\u00a0234\u00a0567', 1234567),
      ...bad('unreadable-number', '12 34'),
    ],
  },
  {
    id: 'B14',
    input: 'zero width',
    cases: [fixed('12\u200b34.5', 1234.5), fixed('\ufeff12\u00ad34', 1234), name('玫德\u200b集团有限公司')],
  },
  { id: 'B15', input: 'blank', cases: bad('missing-output', null, '', '   ', '\u200b\u3000') },
  { id: 'B16', input: 'zero', cases: [output(0, 0), output(-0, 0), fixed('0', 0), fixed('0.00', 0), fixed('-0', 0)] },
  {
    id: 'B17',
    input: 'placeholders',
    cases: [...bad('missing-output', '-', '—', '/', '无', 'N/A', 'n/a', '暂无', '――'), ...asked('同上')],
  },
  {
    id: 'B18',
    input: 'formula errors',
    cases: [
      ...bad('formula-error', '#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!'),
      ...asked('Loading…', 'Loading...'),
    ],
  },
  { id: 'B19', input: 'booleans', cases: bad('wrong-type', true, false, 'TRUE', '是') },
  {
    id: 'B20',
    input: 'exponents and other notations',
    cases: [
      output(1e5, 100000),
      ...asked('1e5', '1E+05'),
      ...bad('unreadable-number', '0x1F', 'Infinity', 'NaN', '1_000', '10²', '①'),
    ],
  },
  {
    id: 'B21',
    input: 'approximate values and ranges',
    cases: bad(
      'approximate-number',
      '约1200',
      '1200左右',
      '>1200',
      '1200~1500',
      '1200-1500',
      '十余万',
      '1200（预计）',
      'about 1200',
      '1200+',
    ),
  },
  {
    id: 'B22',
    input: 'several numbers',
    cases: bad('unreadable-number', '1200 1300', '1200;1300', '1,200 + 300', '1200/1300', '=1200+300'),
  },
  {
    id: 'B23',
    input: 'too large',
    cases: bad('unreadable-number', 1e308, 2 ** 53, '913701246133001570', '9007199254740993', 1e10 + 1),
  },
  {
    id: 'B24',
    input: 'decimals',
    cases: [
      output(0.1 + 0.2, 0.3),
      output(1234.5678, 1234.5678),
      fixed(1234.56785, 1234.5679, ['rounded']),
      fixed(1.00005, 1.0001, ['rounded']),
    ],
  },
  { id: 'B25', input: 'date', cases: [period('2025-03-01'), period('2025/3/1'), period('2025年3月1日'), period(45717)] },
  {
    id: 'B26',
    input: 'periods',
    cases: [
      ok({ period: '2025-03' }),
      ...[
        '2025-3',
        '2025/3',
        '2025.3',
        '202503',
        '2025年3月',
        '2025年03月份',
        '二〇二五年三月',
        'Mar-25',
        'March 2025',
        '3月',
        '三月',
      ].map(period),
      ...['２０２５－０３', '2025 年 3 月', '2025年1-3月', '1—3月', '25年3月', '03/2025', '20250331', '2025-03-01 00:00:00'].map(
        period,
      ),
      period(202503),
      period(2025.3),
      ...badPeriod('unreadable-period', 2025.1, '第一季度', '2025', '2025Q1', true),
    ],
  },
  { id: 'B27', input: 'day and month could be swapped', cases: badPeriod('unreadable-period', '3/4/2025', '03-04-25') },
  { id: 'B28', input: 'no such date', cases: badPeriod('unreadable-period', '2025-02-30', '2025-13', '0025-03', '2205-03', 61) },
  { id: 'B29', input: 'future', cases: badPeriod('period-not-open', '2025-04', '2026-01').slice(0, 1) },
  {
    id: 'B30',
    input: 'date in a number column',
    cases: bad('wrong-type', '2025-03-01', '2025/3/1', '2025年3月1日', '2025-03', '3月', '12:30'),
  },
  {
    id: 'B31',
    input: 'merged cells: only the first has the value',
    cases: [
      { cells: { period: null }, verdict: 'rejected', rules: ['missing-period'] },
      { cells: { enterprise: null }, verdict: 'rejected', rules: ['missing-enterprise'] },
    ],
  },
  { id: 'B32', input: 'hidden rows arrive like others', cases: [ok({})] },
  {
    id: 'B33',
    input: 'blank rows',
    cases: [
      {
        what: '900 blank rows, then one',
        gives: () => {
          const { counts, rows } = judge([...Array<RowCells>(900).fill({ status: '通过', outputYtd: ' ' }), CLEAN], {
            register: REGISTER,
          })
          return [counts.read, counts.accepted, rows[0]!.row]
        },
        expected: [1, 1, 902],
      },
    ],
  },
  {
    id: 'B34',
    input: 'subtotals',
    cases: [
      ...['合计', '合  计', '小计：', 'Total', 'Grand total'].map(
        (label): RowCase => ({ cells: { enterprise: label }, verdict: 'noted', rules: ['subtotal-row'], value: null }),
      ),
      { cells: { period: '总计', enterprise: null }, verdict: 'noted', rules: ['subtotal-row'], value: null },
    ],
  },
  {
    id: 'B35',
    input: 'columns reordered',
    cases: [
      {
        what: 'reversed',
        gives: () => {
          const cells = sheet('submissions', [CLEAN])
          const { rows } = judgeCells({ ...cells, rows: cells.rows.map((row) => row.toReversed()) }, { register: REGISTER })
          return [rows[0]!.verdict, rows[0]!.submission?.outputYtdYuan]
        },
        expected: ['accepted', 12_345_000],
      },
    ],
  },
  {
    id: 'B36',
    input: 'headers renamed',
    cases: [
      { what: 'alias', gives: () => columnsOf('submissions', renamed('报告期', '所属期')).index.period, expected: 0 },
      { what: 'beyond', gives: () => 'fault' in findColumns('submissions', renamed('报告期', '日历')), expected: true },
    ],
  },
  {
    id: 'B37',
    input: 'extra and repeated headers',
    cases: [
      {
        what: 'extra',
        gives: () => columnsOf('submissions', renamed('上年同期累计（万元）', '经办人')).index.outputYtdLastYear,
        expected: undefined,
      },
      { what: 'repeated', gives: () => 'fault' in findColumns('submissions', renamed('情况说明', '报告期')), expected: true },
    ],
  },
  {
    id: 'B38',
    input: 'ragged rows',
    cases: [
      {
        what: 'trailing cells left out',
        gives: () =>
          judgeCells(
            { title: '月度填报', rows: [headersOf('submissions'), ['2025-03', MEIDE.name, null, 7]] },
            { register: REGISTER },
          ).submissions[0]?.outputYtdYuan,
        expected: 70_000,
      },
    ],
  },
  {
    id: 'B39',
    input: 'the same row twice',
    cases: [
      { what: 'verdicts', gives: () => verdicts([CLEAN, CLEAN]), expected: ['noted', 'noted'] },
      { what: 'counted once', gives: () => yuans([CLEAN, CLEAN]), expected: [12_345_000] },
    ],
  },
  {
    id: 'B40',
    input: 'the same month twice with other figures',
    cases: [
      { what: 'verdicts', gives: () => verdicts([CLEAN, { ...CLEAN, outputYtd: 99 }]), expected: ['rejected', 'rejected'] },
    ],
  },
  {
    id: 'B41',
    input: 'variants of names',
    cases: [
      name('玫德集团有限责任公司'),
      name('玫德集团股份有限公司'),
      name(' 玫德 集团 有限公司'),
      name('玫德集团'),
      name('玫德'),
      name('玫德集团㈱'),
      ok({ enterprise: null, creditCode: MEIDE.creditCode }),
      name('玫德集团(平阴)', { creditCode: MEIDE.creditCode }),
      badName('unknown-enterprise', '玫德集囚有限公司'),
      badName('code-name-mismatch', SHANSHUI.name, { creditCode: MEIDE.creditCode }),
      badName('bad-credit-code', MEIDE.name, { creditCode: '91370124' }),
      {
        what: 'Latin against Cyrillic A',
        gives: () => {
          const register = [enterprise(0, 'ABC铸造有限公司', { reportsFrom: month('2025-03') })]
          return judge([{ ...CLEAN, enterprise: '\u0410BC铸造有限公司' }], { register }).rows[0]!.problems.map(
            ({ rule, facts }) => [rule, facts.suggestion],
          )
        },
        expected: [['unknown-enterprise', 'ABC铸造有限公司']],
      },
      suggested('characters that changed places', '平阴茗沅建材有限公司', ['烨屿', '沅茗', '岚珩'], '平阴沅茗建材有限公司'),
      suggested('one as near as another', '平阴茗沅建材有限公司', ['烨屿', '岚珩'], undefined),
      suggested('the nearer of two', '平阴茗屿建材有限公司', ['烨珩', '烨屿'], '平阴烨屿建材有限公司'),
    ],
  },
  { id: 'B42', input: 'not in the register', cases: [badName('unknown-enterprise', '某某化工厂')] },
  {
    id: 'B43',
    input: 'target 0, negative, missing',
    cases: [
      {
        what: 'read as typed, for the measures to show without a ratio',
        gives: () =>
          readTargets(
            table(
              'targets',
              [0, -5, null].map((target, index) => ({
                key: `t${index}`,
                measure: 'output',
                scope: 'county',
                kind: 'reach',
                target,
                unit: '亿元',
              })),
            ),
            [],
          ).targets.map((target) => (target.readable ? target.target : 'unreadable')),
        expected: [0, -500_000_000, null],
      },
    ],
  },
  {
    id: 'B44',
    input: 'cumulative total falls',
    cases: [{ what: 'April below March', gives: () => fallen(), expected: ['held', ['total-fell']] }],
  },
  {
    id: 'B45',
    input: 'very long texts',
    cases: [
      ok({ explanation: '长'.repeat(50_000) }),
      badName('unknown-enterprise', '名'.repeat(10_000)),
      {
        what: 'quoted by grapheme',
        gives: () =>
          judge([{ ...CLEAN, enterprise: '👨‍👩‍👧'.repeat(10_000) }], { register: REGISTER }).rows[0]!.problems[0]!.read,
        expected: `${'👨‍👩‍👧'.repeat(75)}…`,
      },
      {
        what: 'a register name of 10,000 characters is kept',
        gives: () => readRegister(table('enterprises', [{ name: '名'.repeat(10_000) }]), []).enterprises[0]!.name.length,
        expected: 10_000,
      },
    ],
  },
  {
    id: 'B46',
    input: 'bidi, zalgo, rare characters',
    cases: [
      name('玫德集团\u202e有限公司\u202c'),
      badName('unknown-enterprise', `Z${'\u0301'.repeat(5000)}`),
      {
        what: 'Ext-B survives',
        gives: () => readRegister(table('enterprises', [{ name: '𠮷田\u{30000}铸造' }]), []).enterprises[0]!.name,
        expected: '𠮷田\u{30000}铸造',
      },
    ],
  },
  {
    id: 'B47',
    input: 'controls and lone surrogates',
    cases: [
      name('玫德\u0000集团有限公司'),
      name('玫德集团有限公司\u2028'),
      fixed('12\u000034', 1234),
      {
        what: 'what is quoted is well-formed',
        gives: () => judge([{ ...CLEAN, enterprise: '坏\ud800\u0000名' }], { register: REGISTER }).rows[0]!.problems[0]!.read,
        expected: '坏\ufffd名',
      },
    ],
  },
  {
    id: 'B48',
    input: 'formulas as text',
    cases: [
      ...bad('unreadable-number', '=1200', '＝SUM(A1:A3)', '@1200', '=IMPORTXML("http://x","//a")'),
      badName('unknown-enterprise', '=HYPERLINK("http://x","玫德集团有限公司")'),
    ],
  },
  {
    id: 'B49',
    input: 'markup',
    cases: [badName('unknown-enterprise', '<script>alert(1)</script>'), ok({ explanation: '{{x}} $1 %s' })],
  },
  {
    id: 'B50',
    input: 'e-mail cells',
    cases: [
      ...(
        [
          ['zhang@example.com', 'zhang@example.com'],
          [' zhang@example.com\u200b ', 'zhang@example.com'],
          ['ｚhang＠example.com', 'zhang@example.com'],
          ['', ''],
          ['无', ''],
          ['a@example.com；b@example.com', undefined],
          ['a@example.com, b@example.com', undefined],
          ['Zhang <zhang@example.com>', undefined],
          ['a@example.com\r\nBcc: b@example.com', undefined],
          ['not an address', undefined],
        ] as const
      ).map(([cell, expected]) => ({ what: JSON.stringify(cell), gives: () => readEmail(cell), expected })),
    ],
  },
  {
    id: 'B51',
    input: 'pasted from Excel',
    cases: [fixed('1234.5\r\n', 1234.5), fixed('“1234.5”', 1234.5), name('玫德集团\r\n有限公司')],
  },
  {
    id: 'B52',
    input: 'shifted by a column',
    cases: [{ cells: { enterprise: '91370124613300157K', creditCode: '1234.5', outputYtd: '说明' }, verdict: 'rejected' }],
  },
  {
    id: 'B53',
    input: 'nothing there',
    cases: [
      {
        what: 'no rows, no figures',
        gives: () => judge([], { register: REGISTER }),
        expected: { rows: [], submissions: [], counts: { read: 0, accepted: 0, noted: 0, held: 0, rejected: 0 } },
      },
      { what: 'a blank day is no day', gives: () => readDay(' ', 'last'), expected: null },
    ],
  },
]

function renamed(from: string, to: string) {
  const cells = sheet('submissions', [CLEAN])
  return { ...cells, rows: cells.rows.map((row) => row.map((cell) => (cell === from ? to : cell))) }
}

function fallen(): unknown {
  const { rows } = judge([CLEAN, { ...CLEAN, period: '2025-04', outputYtd: 1000 }], { register: REGISTER, today: '2025-05-02' })
  return [rows[1]!.verdict, rows[1]!.problems.map(({ rule }) => rule)]
}
