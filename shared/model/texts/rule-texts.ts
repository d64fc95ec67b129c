import type { Problem, Rule } from '../problem.ts'

/** The words of the rules of judging. */
export interface RuleTexts {
  /** Short name of each rule for tables, e.g. `cumulative total fell`. */
  name: Record<Rule, string>
  /** What is wrong and what to type, as one or two sentences to the person who typed the row. Facts are the problem's. */
  advice: Record<Rule, (problem: Problem) => string>
  severity: Record<Problem['severity'], string>
  /** Said first where a row is held although it is explained. */
  explanationOutdated: string
}
