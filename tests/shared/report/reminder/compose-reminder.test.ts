import { describe, expect, test } from 'vitest'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { composeReminder, type ReminderInput, type ReminderKind } from '../../../../shared/report/reminder/compose-reminder.ts'
import { sampleInput } from '../../../mails/sample-digest.ts'
import { validate } from '../../../mails/validate.ts'

const inputIn = (language: 'zh-CN' | 'en'): ReminderInput & { row: number; name: string } => {
  const { workbook, register, problems, progress } = sampleInput(language)
  const held = problems.find(({ problem }) => problem.tab === 'submissions' && problem.severity === 'held')!
  const enterprise = register.find(({ name }) => name === held.enterprise)!
  return {
    kind: 'row',
    workbook,
    enterprise: enterprise.id,
    register,
    period: progress.period,
    dueOn: '2026-01-10',
    problems,
    asOf: progress.asOf,
    runId: 'run-1',
    row: held.problem.row,
    name: enterprise.name,
  }
}

const SUBJECTS: readonly (readonly [ReminderKind, 'zh-CN' | 'en', string])[] = [
  ['before-due', 'zh-CN', '请于2026年1月10日前报送2025年12月数据：'],
  ['due', 'zh-CN', '2025年12月数据今日截止报送：'],
  ['overdue', 'zh-CN', '2025年12月数据已逾期，请尽快报送：'],
  ['row', 'zh-CN', '填报数据有 1 项需核对更正：'],
  ['before-due', 'en', 'Report for December 2025 is due on 10 January 2026: '],
  ['due', 'en', 'Report for December 2025 is due today: '],
  ['overdue', 'en', 'Report for December 2025 is overdue: '],
  ['row', 'en', 'Your reports: 1 thing to correct: '],
]

describe.each(SUBJECTS)('%s in %s', (kind, language, subject) => {
  const input = inputIn(language)
  const mail = composeReminder({ ...input, kind }, textsFor(language))!

  test('says in the subject what is asked of whom', () => {
    expect(mail.subject).toBe(`${subject}${input.name}`)
  })
  test('leads to the row, with the reason and what to type, in both parts', () => {
    const link = new RegExp(`#gid=101&(#38;)?range=[A-Z]+${input.row}\\b`)
    expect(mail.html).toMatch(link)
    expect(mail.text).toMatch(link)
    const { rules } = textsFor(language)
    const { problem } = input.problems.find((each) => each.problem.row === input.row)!
    expect(mail.text).toContain(rules.name[problem.rule])
    expect(mail.text).toContain(rules.advice[problem.rule](problem))
  })
  test('says how to stop it, and is valid HTML', async () => {
    expect(mail.text).toContain(textsFor(language).digest.footer.stopByReply)
    expect(await validate(mail.html)).toEqual([])
  })
})

test('a row is reminded of only while a problem of it stands', () => {
  const input = inputIn('en')
  const notes = input.problems.map((each) => ({ ...each, problem: { ...each.problem, severity: 'note' as const } }))
  expect(composeReminder({ ...input, problems: [] }, textsFor('en'))).toBeNull()
  expect(composeReminder({ ...input, problems: notes }, textsFor('en'))).toBeNull()
})
