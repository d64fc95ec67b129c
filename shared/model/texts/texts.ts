import type { Language } from '../language.ts'
import type { BasisTexts } from './basis-texts.ts'
import type { ChartTexts } from './chart-texts.ts'
import type { CheckTexts } from './check-texts.ts'
import type { DigestTexts } from './digest-texts.ts'
import { basisEn } from './en/basis.ts'
import { chartsEn } from './en/charts.ts'
import { checkEn } from './en/check.ts'
import { digestEn } from './en/digest.ts'
import { importsEn } from './en/imports.ts'
import { mailEn } from './en/mail.ts'
import { messagesEn } from './en/messages.ts'
import { pageEn } from './en/page.ts'
import { reminderEn } from './en/reminder.ts'
import { rulesEn } from './en/rules.ts'
import { summaryEn } from './en/summary.ts'
import { templateEn } from './en/template.ts'
import { workbookEn } from './en/workbook.ts'
import type { ImportTexts } from './import-texts.ts'
import type { MailTexts } from './mail-texts.ts'
import type { MessageTexts } from './message-texts.ts'
import type { PageTexts } from './page-texts.ts'
import type { ReminderTexts } from './reminder-texts.ts'
import type { RuleTexts } from './rule-texts.ts'
import type { SummaryTexts } from './summary-texts.ts'
import type { TemplateTexts } from './template-texts.ts'
import type { WorkbookTexts } from './workbook-texts.ts'
import { basisZh } from './zh-CN/basis.ts'
import { chartsZh } from './zh-CN/charts.ts'
import { checkZh } from './zh-CN/check.ts'
import { digestZh } from './zh-CN/digest.ts'
import { importsZh } from './zh-CN/imports.ts'
import { mailZh } from './zh-CN/mail.ts'
import { messagesZh } from './zh-CN/messages.ts'
import { pageZh } from './zh-CN/page.ts'
import { reminderZh } from './zh-CN/reminder.ts'
import { rulesZh } from './zh-CN/rules.ts'
import { summaryZh } from './zh-CN/summary.ts'
import { templateZh } from './zh-CN/template.ts'
import { workbookZh } from './zh-CN/workbook.ts'

/** Every text that people read, in one language. */
export interface Texts {
  language: Language
  rules: RuleTexts
  basis: BasisTexts
  workbook: WorkbookTexts
  summary: SummaryTexts
  charts: ChartTexts
  messages: MessageTexts
  imports: ImportTexts
  mail: MailTexts
  template: TemplateTexts
  check: CheckTexts
  digest: DigestTexts
  reminder: ReminderTexts
  page: PageTexts
}

const CATALOGUES: Record<Language, Texts> = {
  en: {
    language: 'en',
    rules: rulesEn,
    basis: basisEn,
    workbook: workbookEn,
    summary: summaryEn,
    charts: chartsEn,
    messages: messagesEn,
    imports: importsEn,
    mail: mailEn,
    template: templateEn,
    check: checkEn,
    digest: digestEn,
    reminder: reminderEn,
    page: pageEn,
  },
  'zh-CN': {
    language: 'zh-CN',
    rules: rulesZh,
    basis: basisZh,
    workbook: workbookZh,
    summary: summaryZh,
    charts: chartsZh,
    messages: messagesZh,
    imports: importsZh,
    mail: mailZh,
    template: templateZh,
    check: checkZh,
    digest: digestZh,
    reminder: reminderZh,
    page: pageZh,
  },
}

/** The catalogue of a language. */
export const textsFor = (language: Language): Texts => CATALOGUES[language]
export const ALL_TEXTS: readonly Texts[] = Object.values(CATALOGUES)
