/** The words of reminders to the contact of an enterprise. Months and days come as texts. */
export interface ReminderTexts {
  subject: {
    'before-due': (enterprise: string, period: string, due: string) => string
    due: (enterprise: string, period: string) => string
    overdue: (enterprise: string, period: string) => string
    /** The rows may be of several months. */
    row: (enterprise: string, problems: number) => string
  }
  greeting: (contact: string) => string
  /** What is asked, as one or two sentences. */
  body: {
    'before-due': (period: string, due: string) => string
    due: (period: string, due: string) => string
    overdue: (period: string, due: string) => string
    row: (problems: number) => string
  }
  howTo: string
  problems: string
  openRow: string
  footer: { why: (title: string) => string; stops: string; figures: (asOf: string, run: string) => string }
}
