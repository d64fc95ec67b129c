import { expect, test } from 'vitest'
import type { Problem } from '../../../../shared/model/problem.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { adviceText, visibleProblems } from '../../../../shared/report/mail/visible-problems.ts'
import { sampleInput } from '../../../mails/sample-digest.ts'

const { register, workbook, problems } = sampleInput('en')
const [mine, other] = [register[0]!, register.find(({ cluster }) => cluster !== register[0]!.cluster)!]

const listed = (enterprise: string, problem: Partial<Problem>) => ({
  ...problems[0]!,
  enterprise,
  problem: { ...problems[0]!.problem, tab: 'submissions' as const, severity: 'held' as const, row: 7, cell: 'D7', ...problem },
})

const AUDIENCES = {
  county: { of: 'county' },
  cluster: { of: 'cluster', key: mine.cluster! },
  enterprise: { of: 'enterprise', enterprise: mine.id },
} as const

test.each<[string, ReturnType<typeof listed>, (keyof typeof AUDIENCES)[]]>([
  ['its own row', listed(mine.name, {}), ['county', 'cluster', 'enterprise']],
  ['a row of another cluster', listed(other.name, {}), ['county']],
  ['a row of nobody', listed('', {}), ['county']],
  ['a note', listed(mine.name, { severity: 'note' }), []],
  ['its row of the register', listed(mine.name, { tab: 'enterprises' }), ['county']],
  ['a row of Settings', listed('', { tab: 'settings' }), ['county']],
])('%s is told to whom it concerns', (_, problem, audiences) => {
  const told = Object.entries(AUDIENCES).filter(
    ([, audience]) => visibleProblems([problem], audience, register, workbook).length > 0,
  )
  expect(told.map(([name]) => name)).toEqual(audiences)
})

test.each<[Problem['rule'], Problem['column'], boolean]>([
  ['code-name-mismatch', 'creditCode', true],
  ['unknown-enterprise', 'enterprise', true],
  ['ambiguous-enterprise', 'enterprise', true],
  ['bad-credit-code', 'creditCode', true],
  ['formula-error', 'creditCode', true],
  ['formula-error', 'outputYtd', false],
  ['merged-cells', 'enterprise', true],
  ['total-fell', 'outputYtd', false],
])('a row with %s in %s may be somebody else’s: %s', (rule, column, isOpen) => {
  const problem = listed(mine.name, {
    rule,
    column,
    read: 'READ',
    facts: { owner: other.name, total: '1', before: '2', month: '2025-01' },
  })
  const figures = listed(mine.name, { rule: 'negative-output', read: '-99', facts: {} })
  const told = visibleProblems([problem, figures], AUDIENCES.enterprise, register, workbook)
  expect(told).toHaveLength(isOpen ? 1 : 2)
  const advice = told.map((each) => adviceText(each, textsFor('en'))).join()
  expect(advice.includes(textsFor('en').digest.openRow)).toBe(isOpen)
  expect(advice).not.toContain(other.name)
  expect(visibleProblems([problem], AUDIENCES.county, register, workbook)[0]!.problem).not.toBeNull()
})
