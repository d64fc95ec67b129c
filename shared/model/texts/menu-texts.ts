import type { Language } from '../language.ts'
import type { Severity } from '../problem.ts'

/** The words of the menu in the sheet. Counts come as texts, `–` where the service gave none. */
export interface MenuTexts {
  language: Language
  /** The menu's own name, beside Google's menus. */
  name: string
  item: Record<'recalculate' | 'digest' | 'check' | 'automatic' | 'automaticOn' | 'automaticOff' | 'about', string>
  /** Shown while a service is at work. */
  working: Record<'recalculate' | 'digest' | 'check', string>
  done: string
  /** To a second click while the first is worked off, or right after it. */
  underWay: string
  result: {
    changed: string
    unchanged: string
    period: (period: string, asOf: string) => string
    rows: (read: string, accepted: string, noted: string, held: string, rejected: string) => string
    hidden: (count: string) => string
    reported: (reported: string, expected: string, late: string) => string
    warnings: string
    item: (text: string) => string
  }
  digest: {
    nothingDue: string
    periods: (periods: readonly string[]) => string
    messages: (sent: string, waiting: string, needsDecision: string, rejected: string) => string
    stopped: (reasons: readonly string[]) => string
    seeSent: string
  }
  check: {
    findings: string
    tabMissing: (title: string) => string
    formulaMissing: (title: string) => string
    problems: string
    severity: Record<Severity, string>
    /** `severity` is empty where the service's word for it is unknown. */
    problem: (place: string, severity: string, advice: string) => string
    more: string
    noProblems: string
  }
  trouble: {
    noAddress: (property: string) => string
    noIdentity: string
    noAnswer: string
    unauthenticated: string
    notAllowed: string
    wrongAddress: string
    /** `seconds` is empty where the service didn't say. */
    tooMany: (seconds: string) => string
    busy: string
    workbook: string
    failed: (status: number, code: string) => string
  }
  automatic: { on: string; off: string }
  about: {
    purpose: string
    version: (version: string) => string
    account: (email: string) => string
    service: (item: string, isSet: boolean) => string
    automatic: Record<'on' | 'off', string>
  }
}
