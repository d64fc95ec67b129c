import { asFailure, type FailureCode } from '../errors.ts'
import { type Day, dayAt } from '../model/day.ts'
import type { Language } from '../model/language.ts'
import { INPUT_TABS } from '../model/tabs.ts'
import type { CheckName } from '../model/texts/check-texts.ts'
import { textsFor } from '../model/texts/texts.ts'
import type { Workbook, World } from '../ports.ts'
import { columnFindings } from './check/column-findings.ts'
import { contentFindings } from './check/content-findings.ts'
import type { Finding } from './check/finding.ts'
import { shutOutFindings, templateFindings } from './check/template-findings.ts'
import { readWorkbookState, type WorkbookState } from './set-up/workbook-state.ts'

export interface CheckRequest {
  /** Of what is said before the workbook's own language is known. */
  language: Language
  /** The day where it isn't the clock's (training, tests). */
  today?: Day
}

export interface CheckDocument {
  ok: boolean
  findings: Finding[]
  /** Of the findings: the workbook's, where it could be read. */
  language: Language
}

const CHECKS: readonly CheckName[] = [
  'access',
  'tabs',
  'copies',
  'columns',
  'template',
  'formula',
  'protection',
  'fence',
  'settings',
  'targets',
  'registers',
  'formulas',
  'confidentiality',
]
/** Failures that are themselves the finding; others say nothing about the workbook. */
const ACCESS_FAILURES: readonly FailureCode[] = ['not-shared', 'not-found', 'sign-in']

/** Is everything in place? Each finding that is not ok says where, what is wrong, and how to mend it. Nothing is written. */
export async function check(request: CheckRequest, world: World & { workbook: Workbook }): Promise<CheckDocument> {
  let state: WorkbookState
  try {
    state = await readWorkbookState(world.workbook, request.language)
  } catch (thrown) {
    return { ok: false, findings: [accessFinding(thrown, request.language)], language: request.language }
  }
  const texts = textsFor(state.language)
  const found = [
    ...templateFindings(state, texts),
    ...columnFindings(state, texts),
    ...shutOutFindings(state, texts),
    ...state.copies.map(
      (title): Finding => ({
        check: 'copies',
        ok: false,
        where: title,
        message: texts.check.copies.message(title),
        hint: texts.check.copies.hint,
      }),
    ),
  ]
  const today = (timeZone: string): Day => request.today ?? dayAt(world.now(), timeZone)
  const isReadable =
    state.structure.fence !== null &&
    INPUT_TABS.every((tab) => state.tabs[tab]) &&
    !found.some((finding) => finding.check === 'columns')
  const content = isReadable ? await contentFindings(world.workbook, today, texts) : []
  const unread: readonly CheckName[] = isReadable ? [] : ['settings', 'targets', 'registers', 'formulas', 'confidentiality']
  const findings = CHECKS.filter((name) => !unread.includes(name)).flatMap((name) => {
    const wrong = [...found, ...content].filter((finding) => finding.check === name)
    return wrong.length > 0 ? wrong : [{ check: name, ok: true, where: '', message: texts.check.fine, hint: '' }]
  })
  return { ok: findings.every(({ ok }) => ok), findings, language: state.language }
}

function accessFinding(thrown: unknown, language: Language): Finding {
  const failure = asFailure(thrown)
  if (!ACCESS_FAILURES.includes(failure.code)) throw failure
  const { messages } = textsFor(language)
  const say = (words: (typeof messages)['failure']): string => words[failure.code]?.(failure.facts) ?? ''
  return { check: 'access', ok: false, where: '', message: say(messages.failure), hint: say(messages.hint) }
}
