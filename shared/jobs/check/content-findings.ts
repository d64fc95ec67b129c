import type { Day } from '../../model/day.ts'
import type { Problem } from '../../model/problem.ts'
import type { CheckName } from '../../model/texts/check-texts.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { Workbook } from '../../ports.ts'
import { judgeWorkbook } from '../judge-workbook.ts'
import { readSnapshot, type Snapshot } from '../read-snapshot.ts'
import type { Finding } from './finding.ts'

/** Longer lists are cut: whoever mends the first lines runs the check again. */
const MOST_LINES = 20

/** What people keep and the program can't read: settings, targets, rows of registers; and whether it was said who may see what. */
export async function contentFindings(workbook: Workbook, today: (timeZone: string) => Day, texts: Texts): Promise<Finding[]> {
  const snapshot = await readSnapshot(workbook, texts, { marks: true })
  const { settings, problems: ofTabs, register, rows } = judgeWorkbook(snapshot, today)
  const fetching = rows.flatMap((row) => row.problems).filter(({ facts }) => facts.why === 'external')
  const problems = [...ofTabs, ...fetching]
  const wrong = problems.filter(({ severity }) => severity !== 'note')
  const of = (check: CheckName, belongs: (problem: Problem) => boolean): Finding[] => {
    const all = wrong.filter(belongs).map((problem) => findingOf(check, problem, snapshot, texts))
    const left = all.length - MOST_LINES
    const rest: Finding[] = left > 0 ? [{ check, ok: false, where: '', message: texts.check.moreRows(left), hint: '' }] : []
    return [...all.slice(0, MOST_LINES), ...rest]
  }
  const { message, hint } = texts.check.confidentiality
  const isUndecided = settings.confidentiality === 'unset' && register.length > 1
  return [
    ...of('settings', ({ tab }) => tab === 'settings'),
    ...of('targets', ({ tab }) => tab === 'targets'),
    ...of('registers', ({ tab }) => tab !== 'settings' && tab !== 'targets' && tab !== 'submissions'),
    ...of('formulas', ({ tab }) => tab === 'submissions'),
    ...(isUndecided ? [{ check: 'confidentiality' as const, ok: false, where: '', message, hint }] : []),
  ]
}

function findingOf(check: CheckName, problem: Problem, { tabs }: Snapshot, texts: Texts): Finding {
  const title = tabs[problem.tab]?.title ?? texts.workbook.tab[problem.tab]
  return {
    check,
    ok: false,
    where: texts.check.where(title, problem.cell ?? String(problem.row)),
    message: texts.rules.name[problem.rule],
    hint: texts.rules.advice[problem.rule](problem),
  }
}
