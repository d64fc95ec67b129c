import { describe, expect, test } from 'vitest'
import { type Problem, RULES, type Rule } from '../../../shared/model/problem.ts'
import { rulesEn } from '../../../shared/model/texts/en/rules.ts'
import { rulesZh } from '../../../shared/model/texts/zh-CN/rules.ts'
import { RULE_CASES, SITUATION } from './rules.table.ts'
import { judge } from './sheets.ts'

describe('the rules of product.md', () => {
  test.each(RULE_CASES)('$what', ({ rows, rules, situation }) => {
    const judged = judge(rows, { ...SITUATION, ...situation })
    expect(judged.rows.at(-1)!.problems.map(({ rule }) => rule)).toEqual(rules)
    expect(judged.counts.accepted + judged.counts.noted + judged.counts.held + judged.counts.rejected).toBe(judged.counts.read)
  })

  test('every rule of submissions is shown broken', () => {
    const shown = new Set(RULE_CASES.flatMap(({ rules }) => rules))
    // Those of the registers have tests of their own; merges are seen in a spreadsheet only (tests/shared/jobs/marks.test.ts).
    const elsewhere: Rule[] = ['check-character', 'unreadable-entry', 'repeated-key', 'merged-cells']
    expect((Object.keys(RULES) as Rule[]).filter((rule) => !shown.has(rule) && !elsewhere.includes(rule))).toEqual([])
  })

  test('the advice says what was read and has every fact it needs, in both languages', () => {
    const problems = RULE_CASES.flatMap(({ rows, situation }) => judge(rows, { ...SITUATION, ...situation }).rows).flatMap(
      (row) => row.problems,
    )
    for (const problem of problems) {
      const asNote: Problem = { ...problem, severity: 'note' }
      for (const texts of [rulesEn, rulesZh]) {
        for (const words of [texts.advice[problem.rule](problem), texts.advice[problem.rule](asNote)]) {
          expect(words).not.toMatch(/undefined|null|NaN/)
          expect(words).toMatch(/[.。]$/)
          expect(words.length).toBeLessThan(300)
        }
      }
    }
  })

  test('each of two rows that disagree names both', () => {
    const { rows } = judge([...RULE_CASES.find(({ what }) => what === 'two rows that disagree')!.rows], SITUATION)
    expect(rows.map(({ problems }) => problems[0]!.facts.rows)).toEqual(['2, 3', '2, 3'])
  })

  test('a repeated row counts once, whichever copy has the explanation', () => {
    const first = { period: '2025-02', enterprise: '甲厂', outputYtd: 200 }
    const fall = { ...first, period: '2025-03', outputYtd: 150 }
    const { rows, submissions } = judge([first, fall, { ...fall, explanation: '检修' }], SITUATION)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'noted', 'noted'])
    expect(submissions.map(({ row }) => row)).toEqual([2, 3])
  })
})

test('an estimate is told to a hundredth, as figures are typed', () => {
  const { rows } = RULE_CASES.find(({ what }) => what === 'a tenth of the usual total')!
  const finer = rows.map((each) => ({ ...each, outputYtd: Number(each.outputYtd) + 0.0123 }))
  const problems = judge(finer, SITUATION).rows.at(-1)!.problems
  const { expected, usual } = problems.find(({ rule }) => rule === 'unit-slip')!.facts
  for (const estimate of [expected, usual]) expect(estimate).toMatch(/^\d+(\.\d\d?)?$/)
})
