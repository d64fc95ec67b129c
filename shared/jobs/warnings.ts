import type { Texts } from '../model/texts/texts.ts'
import type { KnownRun } from '../report/runs-tab.ts'
import type { Judgement } from './judge-workbook.ts'
import type { Snapshot } from './read-snapshot.ts'
import type { RecalculateWorld } from './recalculate.ts'

/** Of the rows that can be held: high enough to mean it, early enough to do something. */
const NEARLY = 0.8

/** What a run noticed that doesn't stop it, in the workbook's language: it stands in Runs and in the answer. */
export async function warningsOf(
  snapshot: Snapshot,
  judgement: Judgement,
  formulaRestored: boolean,
  runs: readonly KnownRun[],
  texts: Texts,
  world: RecalculateWorld,
): Promise<string[]> {
  const words = texts.summary.result
  const warnings: string[] = []
  if (formulaRestored && runs.length > 0) warnings.push(words.formulaRestored)
  if (snapshot.copies.length > 0) warnings.push(words.copies(snapshot.copies.join(', ')))
  if (judgement.settings.confidentiality === 'unset' && severalEnterprises(judgement)) warnings.push(words.confidentiality)
  const { read } = judgement.counts
  const { mostRows } = world.workbook
  if (read > NEARLY * mostRows) warnings.push(words.nearlyTooLarge(read, mostRows))
  const latest = await world.ledger?.latest(snapshot.structure.spreadsheetId)
  if (latest && !runs.some(({ id }) => id === latest)) {
    warnings.push(words.restored)
    world.log.warn('an older version was restored', { latest })
  }
  return warnings
}

const severalEnterprises = ({ submissions }: Judgement): boolean =>
  submissions.some(({ enterprise }) => enterprise !== submissions[0]!.enterprise)
