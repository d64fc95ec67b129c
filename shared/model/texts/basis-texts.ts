import type { BasisFact } from '../basis.ts'

/** How a figure was computed, in words. */
export interface BasisTexts {
  /** The sentences for the facts, joined into one text. */
  sentence: (facts: readonly BasisFact[]) => string
}
