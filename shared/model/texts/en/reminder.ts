import type { ReminderTexts } from '../reminder-texts.ts'

export const reminderEn: ReminderTexts = {
  subject: {
    'before-due': (enterprise, period, due) => `Report for ${period} is due on ${due}: ${enterprise}`,
    due: (enterprise, period) => `Report for ${period} is due today: ${enterprise}`,
    overdue: (enterprise, period) => `Report for ${period} is overdue: ${enterprise}`,
    row: (enterprise, problems) => `Your reports: ${problems === 1 ? '1 thing' : `${problems} things`} to correct: ${enterprise}`,
  },
  greeting: (contact) => (contact === '' ? 'Good day,' : `Dear ${contact},`),
  body: {
    'before-due': (period, due) => `Your report for ${period} has not arrived yet, or was not accepted. It is due on ${due}.`,
    due: (period, due) => `Your report for ${period} has not arrived yet, or was not accepted. It is due today, ${due}.`,
    overdue: (period, due) =>
      `Your report for ${period} has not arrived, or was not accepted. It was due on ${due}; please send it soon.`,
    row: (problems) =>
      problems === 1
        ? 'Your report was not accepted and does not count yet, for the reason below. Please correct it as said there.'
        : `Your reports were not accepted and do not count yet, for the ${problems} reasons below. Please correct them as said there.`,
  },
  howTo:
    'Please add a row to Submissions: choose the month and the enterprise, and type the cumulative output in 10,000 yuan; where there was none, type 0.',
  problems: 'What to correct',
  openRow: 'Open the reports',
  footer: {
    why: (title) => `Sent by “${title}”: you are registered as the contact of this enterprise.`,
    stops: 'No more reminders are sent once the report is accepted.',
    figures: (asOf, run) => `As of ${asOf}; run ${run}.`,
  },
}
