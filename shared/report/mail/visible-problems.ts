import type { Enterprise } from '../../model/enterprise.ts'
import type { Audience } from '../../model/message.ts'
import type { Rule, Severity } from '../../model/problem.ts'
import type { TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { ListedProblem } from '../problem-order.ts'
import { clipped } from './html.ts'
import { linkTo, type WorkbookPlace } from './workbook-links.ts'

/** A problem as a mail tells it. `advice` is null where it could name somebody else: then only the rule is said. */
export interface ToldProblem {
  rule: Rule
  severity: Severity
  /** Empty where the problem is about none. */
  enterprise: string
  /** As typed where it could not be read. */
  period: string
  tab: TableKey
  /** The cell, else the row. */
  place: string
  link: string | null
  problem: ListedProblem['problem'] | null
}

/** Rules that leave open whose row it is: what the row says may be another enterprise's, and so may the advice. */
const WHOSE_ROW: readonly Rule[] = ['code-name-mismatch', 'unknown-enterprise', 'ambiguous-enterprise', 'bad-credit-code']

/** Rules that do where it is the name or the code that they are about. */
const IF_WHO: readonly Rule[] = ['formula-error', 'merged-cells']

const NAME_LENGTH = 60

/**
 * The problems that an audience may see, in the order given, without notes (security.md S15). The county sees all. A cluster sees
 * the rows of its enterprises, an enterprise its own rows of Submissions, by a name that only one of the register has; of a row
 * that may be somebody else's they are told that there is one, and nothing of what it says.
 */
export function visibleProblems(
  problems: readonly ListedProblem[],
  audience: Audience,
  register: readonly Enterprise[],
  place: WorkbookPlace,
): ToldProblem[] {
  const standing = problems.filter(({ problem }) => problem.severity !== 'note')
  if (audience.of === 'county') return standing.map((listed) => told(listed, place, listed.problem))
  const names = namesSeen(audience, register)
  const openRows = new Set(standing.filter(({ problem }) => isOpen(problem)).map(({ problem }) => problem.row))
  return standing
    .filter(({ problem, enterprise }) => problem.tab === 'submissions' && names.has(enterprise))
    .filter(({ problem }) => !openRows.has(problem.row) || isOpen(problem))
    .map((listed) => told(listed, place, isOpen(listed.problem) ? null : listed.problem))
}

const isOpen = ({ tab, rule, column }: ListedProblem['problem']): boolean =>
  tab === 'submissions' &&
  (WHOSE_ROW.includes(rule) || (IF_WHO.includes(rule) && (column === 'enterprise' || column === 'creditCode')))

/** Names of the audience's enterprises, without those that another one of the register has too. */
function namesSeen(audience: Exclude<Audience, { of: 'county' }>, register: readonly Enterprise[]): Set<string> {
  const owners = Map.groupBy(register, ({ name }) => name)
  return new Set(
    register
      .filter(({ id, cluster }) => (audience.of === 'cluster' ? cluster === audience.key : id === audience.enterprise))
      .map(({ name }) => name)
      .filter((name) => owners.get(name)!.length === 1),
  )
}

function told(listed: ListedProblem, place: WorkbookPlace, problem: ToldProblem['problem']): ToldProblem {
  const { rule, severity, tab, cell, row } = listed.problem
  return {
    rule,
    severity,
    tab,
    enterprise: clipped(listed.enterprise, NAME_LENGTH),
    period: clipped(listed.period, 20),
    place: cell ?? `${row}`,
    link: linkTo(place, tab, cell ?? row),
    problem,
  }
}

/** What to type, in words; of a row that may be somebody else's only where to look. */
export function adviceText({ rule, problem }: ToldProblem, texts: Texts): string {
  if (problem === null) return texts.digest.openRow
  const facts = Object.fromEntries(Object.entries(problem.facts).map(([name, value]) => [name, clipped(value, NAME_LENGTH)]))
  return texts.rules.advice[rule]({ ...problem, read: clipped(problem.read, NAME_LENGTH), facts })
}
