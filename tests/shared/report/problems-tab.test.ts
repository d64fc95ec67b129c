import { describe, expect, test } from 'vitest'
import { parseMonth } from '../../../shared/model/month.ts'
import { type Problem, RULES, type Severity } from '../../../shared/model/problem.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../../../shared/model/tabs.ts'
import { ALL_TEXTS, textsFor } from '../../../shared/model/texts/texts.ts'
import type { CellContent } from '../../../shared/report/cells.ts'
import { inOrder, type ListedProblem } from '../../../shared/report/problem-order.ts'
import { MOST_PROBLEMS, problemCells } from '../../../shared/report/problems-tab.ts'

const texts = textsFor('en')
const at = (key: ColumnKey<'problems'>) => COLUMNS.problems.indexOf(key)

const listed = (more: Partial<Omit<ListedProblem, 'problem'>> & { problem?: Partial<Problem> } = {}): ListedProblem => ({
  enterprise: 'A',
  month: parseMonth('2025-03')!,
  period: '2025-03',
  size: 100,
  identity: '2025-03|A|',
  figures: '10|||',
  ...more,
  problem: {
    rule: 'missing-output',
    severity: 'rejected',
    tab: 'submissions',
    row: 4,
    column: 'outputYtd',
    cell: 'D4',
    read: '',
    facts: {},
    ...more.problem,
  },
})

/** What the tab shows after a run, as it is read back by the next one. */
const shownAs = (cells: CellContent[][]): CellValue[][] =>
  cells.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.text : cell)))

const run = (present: CellValue[][], problems: readonly ListedProblem[], today: string, words = texts): CellValue[][] =>
  shownAs(problemCells(present, problems, () => ({ sheetId: 7, title: 'Submissions' }), today, words))

const daysOf = (cells: CellValue[][]) => cells.slice(1).map((row) => row[at('firstSeen')])

describe('the order', () => {
  const graded = (severity: Severity, row: number) => ({ severity, row })
  test.each<[string, ListedProblem[]]>([
    [
      'by severity, whatever the size',
      [
        listed({ size: 1, problem: graded('rejected', 9) }),
        listed({ size: 50, problem: graded('held', 8) }),
        listed({ size: 900, problem: graded('note', 2) }),
      ],
    ],
    [
      'then the largest enterprise, an unknown one by what it typed, last who has no figure',
      [
        listed({ size: 900, problem: { row: 9 } }),
        listed({ size: 500, enterprise: 'nobody knows it', problem: { row: 5 } }),
        listed({ size: 0, problem: { row: 3 } }),
        listed({ size: null, problem: { row: 2 } }),
      ],
    ],
    [
      'then the newest month, last who has none',
      [
        listed({ month: parseMonth('2025-03')!, problem: { row: 9 } }),
        listed({ month: parseMonth('2024-12')!, problem: { row: 2 } }),
        listed({ month: null, problem: { row: 1 } }),
      ],
    ],
    [
      'then by tab and row',
      [listed({ problem: { row: 2 } }), listed({ problem: { row: 10 } }), listed({ problem: { tab: 'targets', row: 1 } })],
    ],
  ])('%s', (_name, expected) => {
    expect(inOrder(expected.toReversed())).toEqual(expected)
    expect(inOrder(expected)).toEqual(expected)
  })
})

describe('a line', () => {
  test.each([
    ['a cell', { cell: 'D4' }, 'Submissions D4', '#gid=7&range=D4'],
    ['a row', { cell: null, column: null, row: 12 }, 'Submissions 12', '#gid=7&range=12:12'],
  ])('leads to %s', (_name, problem, text, link) => {
    const [, line] = problemCells([], [listed({ problem })], () => ({ sheetId: 7, title: 'Submissions' }), '2025-04-15', texts)
    expect(line![at('where')]).toEqual({ text, link })
  })

  test.each(ALL_TEXTS.map((words) => [words.language, words] as const))(
    'has the words of the language (%s)',
    (_language, words) => {
      const [header, line] = run([], [listed()], '2025-04-15', words)
      expect(header).toEqual(COLUMNS.problems.map((key) => words.workbook.header.problems[key]))
      expect(line!.slice(0, 5)).toEqual([
        words.rules.severity.rejected,
        'Submissions D4',
        'A',
        '2025-03',
        words.rules.name['missing-output'],
      ])
      expect(line).toHaveLength(COLUMNS.problems.length)
    },
  )

  test('the words of severities are those of verdicts', () => {
    for (const { rules, workbook } of ALL_TEXTS) {
      expect(rules.severity.rejected).toBe(workbook.verdict.rejected)
      expect(rules.severity.held).toBe(workbook.verdict.held)
    }
  })
})

describe('the day on which it was first seen', () => {
  const first = listed()
  const monday = run([], [first], '2025-04-14')

  test.each<[string, ListedProblem, string]>([
    ['the same', first, '2025-04-14'],
    ['its row moved', listed({ problem: { row: 40, cell: 'D40' } }), '2025-04-14'],
    ['it was explained', listed({ problem: { severity: 'note' } }), '2025-04-14'],
    ['another wrong figure', listed({ figures: '11|||' }), '2025-04-14'],
    ['another rule', listed({ problem: { rule: 'unreadable-number' } }), '2025-04-15'],
    ['another cell', listed({ problem: { column: 'outputMonth' } }), '2025-04-15'],
    ['another row', listed({ identity: '2025-03|B|' }), '2025-04-15'],
  ])('%s', (_name, problem, day) => {
    expect(daysOf(run(monday, [problem], '2025-04-15'))).toEqual([day])
  })

  test('in another language the day stays', () => {
    expect(daysOf(run(monday, [first], '2025-04-15', textsFor('zh-CN')))).toEqual(['2025-04-14'])
  })

  test('gone and back, it is new', () => {
    const gone = run(monday, [], '2025-04-15')
    expect(gone).toHaveLength(1)
    expect(daysOf(run(gone, [first], '2025-04-16'))).toEqual(['2025-04-16'])
  })

  test('rows of one enterprise and month each keep their own, whichever comes first', () => {
    const copies = ['10|||', '12|||', '10|||'].map((figures) => listed({ figures }))
    const [ten, twelve, tenAgain] = copies as [ListedProblem, ListedProblem, ListedProblem]
    const tuesday = run(run([], [twelve], '2025-04-14'), [ten, twelve], '2025-04-15')
    expect(daysOf(tuesday)).toEqual(['2025-04-15', '2025-04-14'])
    const wednesday = run(tuesday, [twelve, ten, tenAgain], '2025-04-16')
    expect(daysOf(wednesday)).toEqual(['2025-04-14', '2025-04-15', '2025-04-16'])
    expect(daysOf(run(wednesday, [tenAgain], '2025-04-17'))).toEqual(['2025-04-15'])
  })

  test('a day that somebody typed over, or a text that no cell can hold, does no harm', () => {
    const broken = monday.map((row, index) => (index === 1 ? row.with(at('firstSeen'), 'last week') : row))
    expect(daysOf(run(broken, [first], '2025-04-15'))).toEqual(['2025-04-15'])
    const half = listed({ identity: 'x\ud83d', figures: 'y\ud83d' })
    const kept = run([], [half], '2025-04-14').map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell)),
    )
    expect(daysOf(run(kept, [half], '2025-04-15'))).toEqual(['2025-04-14'])
  })
})

test('a long list keeps the worst and says how many more there are', () => {
  const many = Array.from({ length: MOST_PROBLEMS + 7 }, (_, index) =>
    listed({ size: index, identity: `row ${index}`, problem: { row: index } }),
  )
  const cells = run([], inOrder(many), '2025-04-15')
  expect(cells).toHaveLength(1 + MOST_PROBLEMS + 1)
  expect(cells[1]![at('where')]).toBe('Submissions D4')
  expect(cells[1]![at('key')]).toContain(`row ${MOST_PROBLEMS + 6}`)
  expect(cells.at(-1)).toEqual([texts.summary.moreProblems(7)])
  expect(run(cells, inOrder(many), '2025-04-16')).toEqual(cells)
})

test('a mistaken unit and a misplaced digit are told apart', () => {
  const say = (factor: string, facts = {}) =>
    ALL_TEXTS.map((words) =>
      words.rules.advice['unit-slip'](
        listed({
          problem: {
            rule: 'unit-slip',
            severity: RULES['unit-slip'],
            facts: { factor, total: '5', expected: '50', usual: '9', ...facts },
          },
        }).problem,
      ),
    ).join()
  for (const factor of ['10', '1/10']) expect(say(factor)).toMatch(/digit.*一位数字|一位数字.*digit/s)
  for (const factor of ['1000', '1/1000']) expect(say(factor)).toMatch(/unit.*其他单位|其他单位.*unit/s)
  expect(say('10000')).toMatch(/以元为单位/)
  expect(say('1/10000')).toMatch(/的 1\/10000/)
  expect(say('10', { month: '90' })).toMatch(/本月产值 90 约为以往月份（约 9）的 10 倍/)
})
