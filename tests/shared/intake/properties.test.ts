import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cleanText } from '../../../shared/intake/clean-text.ts'
import type { JudgedSubmissions } from '../../../shared/intake/judge-submissions.ts'
import { readDay } from '../../../shared/intake/read-day.ts'
import { readEmail } from '../../../shared/intake/read-email.ts'
import { readNumber } from '../../../shared/intake/read-number.ts'
import { readPeriod } from '../../../shared/intake/read-period.ts'
import { scaleDecimal } from '../../../shared/model/money.ts'
import type { CellValue, TabCells } from '../../../shared/model/tabs.ts'
import { rulesEn } from '../../../shared/model/texts/en/rules.ts'
import { rulesZh } from '../../../shared/model/texts/zh-CN/rules.ts'
import { enterprise } from '../../support/enterprise.ts'
import { runs, timeLimit } from '../../support/runs.ts'
import { judge, judgeCells, type RowCells, sheet } from './sheets.ts'

vi.setConfig({ testTimeout: timeLimit })

const register = ['甲厂', '乙厂有限公司', '丙（平阴）厂'].map((name, id) => enterprise(id, name))
const situation = { register, today: '2025-08-01' }

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,，。-()%万亿元约~ 　\u200b年月/e+'), maxLength: 15 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
)
const periods = fc.constantFrom<CellValue>(
  '2025-02',
  '2025-03',
  '2025-04',
  '2025-05',
  '2025-06',
  '2025年3月',
  '2025-09',
  '三四',
  45717,
)
const names = fc.constantFrom<CellValue>('甲厂', '乙厂有限公司', '丙（平阴）厂', '乙厂', '丁厂', '合计')
const amounts = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2000 }).map((value) => value / 4) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>('1,200', '约5', '1.234,5', '３００', '#REF!', null, -4) },
)
const optional = fc.option(amounts, { nil: null, freq: 2 })
const row: fc.Arbitrary<RowCells> = fc.record({
  period: periods,
  enterprise: names,
  outputYtd: amounts,
  outputMonth: optional,
  outputYtdLastYear: optional,
  valueAddedYtd: optional,
  explanation: fc.constantFrom(null, null, '停产', '核减'),
})
const rows = fc.array(row, { maxLength: 25 })

/** Verdicts and rules by the rows' places before they were moved. */
const verdictsOf = ({ rows: judged }: JudgedSubmissions, place: (row: number) => number = (at) => at): string[] =>
  judged
    .map(
      ({ row: at, verdict, problems }) =>
        [place(at), verdict, ...problems.map(({ rule, severity }) => `${rule} ${severity}`)] as const,
    )
    .sort((left, right) => left[0] - right[0])
    .map((entry) => entry.join(' '))
const totalOf = ({ submissions }: JudgedSubmissions): bigint =>
  submissions.reduce((sum, { outputYtdYuan }) => sum + BigInt(outputYtdYuan), 0n)

describe('reading never throws', () => {
  test('cells', () => {
    fc.assert(
      fc.property(junk, (cell) => {
        readNumber(cell, '万元')
        readNumber(cell, '%')
        readPeriod(cell, '2025-04-05')
        readDay(cell, 'last')
        readEmail(cell)
      }),
      runs(3000),
    )
  })

  test('rows of anything at all: each has a verdict, and words in both languages', () => {
    const anyRow = fc.record({
      period: junk,
      enterprise: junk,
      creditCode: junk,
      outputYtd: junk,
      outputMonth: junk,
      valueAddedYtd: junk,
      explanation: junk,
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (typed) => {
        const { counts, rows: judged } = judge(typed, situation)
        expect(counts.accepted + counts.noted + counts.held + counts.rejected).toBe(counts.read)
        for (const problem of judged.flatMap(({ problems }) => problems)) {
          for (const texts of [rulesEn, rulesZh]) expect(texts.advice[problem.rule](problem).isWellFormed()).toBe(true)
        }
      }),
      runs(500),
    )
  })
})

describe('what does not matter changes nothing', () => {
  test('the order of rows', () => {
    const shuffled = rows.chain((typed) =>
      fc.tuple(
        fc.constant(typed),
        fc.shuffledSubarray(
          typed.map((_, index) => index),
          { minLength: typed.length, maxLength: typed.length },
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([typed, order]) => {
        const before = judge(typed, situation)
        const after = judge(
          order.map((index) => typed[index]!),
          situation,
        )
        expect(verdictsOf(after, (at) => order[at - 2]! + 2)).toEqual(verdictsOf(before))
        expect(totalOf(after)).toBe(totalOf(before))
      }),
      runs(300),
    )
  })

  test('the order of columns', () => {
    const width = sheet('submissions', []).rows[0]!.length
    const order = fc.shuffledSubarray(
      Array.from({ length: width }, (_, index) => index),
      { minLength: width, maxLength: width },
    )
    fc.assert(
      fc.property(rows, order, (typed, columns) => {
        const cells = sheet('submissions', typed)
        const moved: TabCells = { ...cells, rows: cells.rows.map((cellsOfRow) => columns.map((index) => cellsOfRow[index]!)) }
        expect(verdictsOf(judgeCells(moved, situation))).toEqual(verdictsOf(judgeCells(cells, situation)))
      }),
      runs(200),
    )
  })

  test('blank rows between', () => {
    fc.assert(
      fc.property(rows, (typed) => {
        const spread = typed.flatMap((cells) => [cells, {}, { period: ' ', explanation: '\u200b' }])
        const before = judge(typed, situation)
        const after = judge(spread, situation)
        expect(verdictsOf(after, (at) => (at - 2) / 3 + 2)).toEqual(verdictsOf(before))
        expect(after.counts).toEqual(before.counts)
      }),
      runs(200),
    )
  })

  test('width, spaces and invisible characters, but for the note', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    const noises: ((text: string) => string)[] = [
      wide,
      (text) => ` ${text}\u00a0`,
      (text) => [...text].join('\u200b'),
      (text) => `\ufeff${text}\n`,
    ]
    const noted = /^normalised-|^repeated-row/
    fc.assert(
      fc.property(rows, fc.constantFrom(...noises), (typed, noise) => {
        const noisy = typed.map((cells) =>
          Object.fromEntries(
            Object.entries(cells).map(([column, cell]) => [column, typeof cell === 'string' ? noise(cell) : cell]),
          ),
        )
        const counted = ({ rows: judged }: JudgedSubmissions): unknown[] =>
          judged.map(({ row: at, verdict, problems }) => [
            at,
            verdict === 'noted' ? 'accepted' : verdict,
            problems.filter(({ rule }) => !noted.test(rule)).map(({ rule, severity }) => [rule, severity]),
          ])
        expect(counted(judge(noisy, situation))).toEqual(counted(judge(typed, situation)))
        expect(totalOf(judge(noisy, situation))).toBe(totalOf(judge(typed, situation)))
      }),
      runs(300),
    )
  })

  test("another enterprise's rows, however bad", () => {
    const bad = fc.array(
      fc.record({ period: junk, enterprise: fc.constantFrom<CellValue>('甲厂', '丁厂', null), outputYtd: junk }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(rows, bad, (typed, others) => {
        const own = typed.filter(({ enterprise: name }) => name !== '甲厂')
        expect(verdictsOf(judge([...own, ...others], situation)).slice(0, own.length)).toEqual(verdictsOf(judge(own, situation)))
      }),
      runs(200),
    )
  })
})

describe('exactness', () => {
  test('the total is the sum of what the rows say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 }), { maxLength: 60 }), (yuans) => {
        const many = yuans.map((_, id) => enterprise(id, `厂${id}`))
        const judged = judge(
          yuans.map((yuan, id) => ({ period: '2025-02', enterprise: `厂${id}`, outputYtd: yuan / 1e4 })),
          { ...situation, register: many },
        )
        expect(totalOf(judged)).toBe(yuans.reduce((sum, yuan) => sum + BigInt(yuan), 0n))
      }),
      runs(),
    )
  })

  test('a number reads as itself, as a number and as its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (tenThousandths) => {
        const value = tenThousandths / 1e4
        expect(scaleDecimal(value, 4)).toBe(tenThousandths)
        expect(readNumber(value, '万元')).toEqual({ kind: 'value', value, normalised: false })
        expect(readNumber(String(value), '万元')).toEqual({ kind: 'value', value, normalised: true })
        expect(readNumber(value.toLocaleString('en', { maximumFractionDigits: 4 }), '万元')).toMatchObject({ value })
      }),
      runs(),
    )
  })

  test('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
      runs(),
    )
  })
})
