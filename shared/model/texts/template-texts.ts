import type { TargetKind } from '../plan.ts'
import type { ColumnKey, INPUT_TABS } from '../tabs.ts'
import type { Unit } from '../unit.ts'

type InputTab = (typeof INPUT_TABS)[number]

/** The words that help people to fill in: notes on headers, drop-downs and what they say. */
export interface TemplateTexts {
  /** What belongs into each column, with an example. */
  note: { [T in InputTab]: Record<ColumnKey<T>, string> }
  /** Items of drop-downs; intake reads them in either language. */
  measure: Record<'output' | 'emerging-share' | 'above-scale' | 'listed', string>
  /** A measure that counts a title. */
  titleMeasure: (title: string) => string
  scope: Record<'county' | 'emerging', string>
  kind: Record<TargetKind, string>
  unit: Record<Unit, string>
  /** What a cell with a drop-down says when somebody enters it. */
  choose: {
    enterprise: string
    cluster: string
    list: string
    scope: string
    audience: string
  }
}
