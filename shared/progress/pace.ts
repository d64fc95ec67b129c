import type { Status } from '../model/progress.ts'
import type { Settings } from '../model/settings.ts'
import { reaches } from './ratio.ts'

/** The status that a pace stands for, by the bounds in Settings (measures.md, "Status"). */
export function statusByPace(pace: number, { onTrackPace, atRiskPace }: Settings): Status {
  if (reaches(pace, onTrackPace)) return 'on-track'
  return reaches(pace, atRiskPace) ? 'at-risk' : 'off-track'
}
