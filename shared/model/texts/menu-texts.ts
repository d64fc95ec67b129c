import type { Language } from '../language.ts'

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
    /** Nothing was found. */
    inPlace: string
    findings: string
    /** `place` is empty where the message names it, `message` has no full stop, `hint` may be empty. */
    finding: (place: string, message: string, hint: string) => string
    /** Lines of the check that aren't shown. */
    more: (lines: number) => string
    /** Where mistakes in rows stand, which the check isn't about. */
    rows: string
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
