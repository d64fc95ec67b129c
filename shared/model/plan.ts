import * as z from 'zod'
import type { Day } from './day.ts'
import type { Language } from './language.ts'
import type { Unit } from './unit.ts'

/** A name in both languages; where only one was typed it serves for both. */
export interface Name {
  zh: string
  en: string
}

/** A name in the language. */
export const nameIn = (name: Name, language: Language): string => (language === 'zh-CN' ? name.zh : name.en)

export interface Cluster {
  key: string
  name: Name
  leader: string
}

export const TitleName = z.enum(['single-champion', 'gazelle', 'specialised'])
export type TitleName = z.infer<typeof TitleName>

/** A title that an enterprise was granted. */
export interface EnterpriseTitle {
  /** Id of the enterprise. */
  enterprise: number
  title: TitleName
  level: string
  grantedOn: Day | null
  expiresOn: Day | null
}

export const MilestoneState = z.enum(['not-started', 'in-progress', 'done', 'blocked'])
export type MilestoneState = z.infer<typeof MilestoneState>

export interface Milestone {
  key: string
  name: string
  area: string
  owner: string
  dueOn: Day | null
  state: MilestoneState
  /** A fraction, or null. */
  percent: number | null
  note: string
  row: number
}

export const TargetKind = z.enum(['reach', 'hold', 'track'])
export type TargetKind = z.infer<typeof TargetKind>

/** `output`, `emerging-share`, `above-scale`, `listed`, or `title:NAME`. */
export type Measure = 'output' | 'emerging-share' | 'above-scale' | 'listed' | `title:${TitleName}`

/** `county`, `emerging` or `cluster:KEY`. */
export type Scope = 'county' | 'emerging' | `cluster:${string}`

/** A row of Targets that could be read. Figures are in the base of the unit: whole yuan, fraction, count. */
export interface Target {
  readable: true
  row: number
  key: string
  name: Name
  measure: Measure
  scope: Scope
  kind: TargetKind
  target: number | null
  stretch: number | null
  unit: Unit
  baselineYear: number | null
  baseline: number | null
  startsOn: Day | null
  dueOn: Day | null
  note: string
}

/** A row of Targets that can't be read: a problem, shown with status no-data, while the others go on (measures.md). */
export interface UnreadableTarget {
  readable: false
  row: number
  key: string
  name: Name
  /** As typed. */
  measure: string
  scope: string
  kind: string
  unit: string
  note: string
}

/** Everything of the plan that people keep in the workbook. */
export interface Plan {
  clusters: readonly Cluster[]
  titles: readonly EnterpriseTitle[]
  targets: readonly (Target | UnreadableTarget)[]
  milestones: readonly Milestone[]
}
