import type { Day } from '../../model/day.ts'
import type { Enterprise } from '../../model/enterprise.ts'
import type { ComposedMessage } from '../../model/message.ts'
import type { Month } from '../../model/month.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { capped } from '../mail/capped.ts'
import { clipped } from '../mail/html.ts'
import type { Linked, MailDocument, Section } from '../mail/mail-document.ts'
import { problemsList } from '../mail/problems-list.ts'
import { renderHtml } from '../mail/render-html.ts'
import { renderText } from '../mail/render-text.ts'
import { visibleProblems } from '../mail/visible-problems.ts'
import { linkTo, type WorkbookPlace } from '../mail/workbook-links.ts'
import type { ListedProblem } from '../problem-order.ts'

/** Why an enterprise is reminded: its report is due soon, today, or was due; or a row of its is held or rejected. */
export type ReminderKind = 'before-due' | 'due' | 'overdue' | 'row'

export interface ReminderInput {
  kind: ReminderKind
  workbook: WorkbookPlace
  /** Id of the enterprise that is reminded. */
  enterprise: number
  register: readonly Enterprise[]
  period: Month
  dueOn: Day
  /** All problems: only those of the enterprise's own rows are told. */
  problems: readonly ListedProblem[]
  asOf: Day
  runId: string
}

const MOST_PROBLEMS = 15
const SUBJECT_LENGTH = 120

/** A reminder to the contact of an enterprise; null when it has nothing to say: a reminder of rows without a problem that stands. */
export function composeReminder(input: ReminderInput, texts: Texts): ComposedMessage | null {
  const { kind, enterprise, register, workbook } = input
  const problems = visibleProblems(input.problems, { of: 'enterprise', enterprise }, register, workbook)
  if (kind === 'row' && problems.length === 0) return null
  const words = texts.reminder
  const name = clipped(register[enterprise]?.name ?? '', 50)
  const [period, due] = [texts.digest.month(input.period), texts.digest.day(input.dueOn)]
  const body = kind === 'row' ? words.body.row(problems.length) : words.body[kind](period, due)
  const subject =
    kind === 'row'
      ? words.subject.row(name, problems.length)
      : kind === 'before-due'
        ? words.subject[kind](name, period, due)
        : words.subject[kind](name, period)
  const listed: Section = { heading: words.problems, blocks: [problemsList(capped(problems, MOST_PROBLEMS), texts)] }
  const mail: MailDocument = {
    language: texts.language,
    subject: clipped(subject, SUBJECT_LENGTH),
    preheader: body,
    sender: clipped(workbook.title, 80),
    heading: clipped(subject, SUBJECT_LENGTH),
    sections: [
      {
        heading: null,
        blocks: [
          { is: 'line', text: words.greeting(clipped(register[enterprise]?.contactName ?? '', 40)) },
          { is: 'line', text: body },
          ...(kind === 'row' ? [] : [{ is: 'line', text: words.howTo } as const]),
        ],
      },
      ...(problems.length > 0 ? [listed] : []),
      {
        heading: null,
        blocks: [{ is: 'button', text: words.openRow, link: linkTo(workbook, 'submissions') ?? workbook.url }],
      },
    ],
    footer: footerOf(input, texts),
  }
  return { subject: mail.subject, html: renderHtml(mail), text: renderText(mail), pictures: [] }
}

function footerOf({ workbook, asOf, runId }: ReminderInput, texts: Texts): Linked[] {
  const words = texts.reminder.footer
  return [
    { text: words.why(clipped(workbook.title, 80)), link: null },
    { text: words.stops, link: null },
    { text: words.figures(texts.digest.day(asOf), clipped(runId, 40)), link: null },
    { text: texts.digest.footer.stopByReply, link: null },
  ]
}
