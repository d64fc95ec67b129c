import { shortened } from '../mail/capped.ts'
import type { DigestContent } from './digest-content.ts'

/** The same content with at most so many of everything shown; what is left out is counted. */
export const shortenedContent = (content: DigestContent, most: number): DigestContent => ({
  ...content,
  indicators: shortened(content.indicators, most),
  clusters: shortened(content.clusters, most),
  late: shortened(content.late, most),
  problems: shortened(content.problems, most),
  milestones: shortened(content.milestones, most),
  changes: shortened(content.changes, most),
})
