type Facts = Readonly<Record<string, string>>

/** What failed and what to do about it, by the failure's code (shared/errors.ts). */
export interface MessageTexts {
  failure: Record<string, (facts: Facts) => string>
  hint: Record<string, (facts: Facts) => string>
}
