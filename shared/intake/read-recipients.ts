import type { Enterprise } from '../model/enterprise.ts'
import type { Language } from '../model/language.ts'
import type { Audience, Recipient } from '../model/message.ts'
import type { Cluster } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { cleanText } from './clean-text.ts'
import { type EntryReader, entryReader } from './entry-reader.ts'
import { LANGUAGE_LABELS, readLabel, SCHEDULE_LABELS, SCOPE_LABELS, YES_NO_LABELS } from './labels.ts'
import { findCluster } from './read-clusters.ts'
import { enterprisesNamed, foldCode, indexNames, type NameIndex } from './read-name.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { rowsOf, type Table } from './table.ts'

/** What the audiences refer to. */
export interface RecipientContext {
  clusters: readonly Cluster[]
  register: readonly Enterprise[]
  /** The workbook's, for rows that don't say. */
  language: Language
}

/**
 * Reads the tab Recipients. A row whose address, audience, schedule or state can't be read gets nothing and is a problem: nobody gets
 * figures by a guess. Of rows that would bring one person the same digest twice the first is used, and all are problems.
 */
export function readRecipients(table: Table, context: RecipientContext): { recipients: Recipient[]; problems: Problem[] } {
  const problems: Problem[] = []
  const read: Recipient[] = []
  const index = indexNames(context.register)
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const email = entry.required('email') === '' ? '' : entry.email('email')
    const audience = audienceOf(entry, context.clusters, index)
    const language = entry.label('language', LANGUAGE_LABELS) ?? context.language
    entry.required('schedule')
    const schedule = entry.label('schedule', SCHEDULE_LABELS)
    const onlyIfChanged = entry.label('onlyIfChanged', YES_NO_LABELS) === 'yes'
    entry.required('active')
    const active = entry.label('active', YES_NO_LABELS) === 'yes'
    if (entry.isFaulty() || email === '' || !audience || !schedule) continue
    const name = cleanText(entry.text('name'))
    read.push({ row, email, name, audience, language, schedule, onlyIfChanged, active })
  }
  const repeated = repeatedKeys(table, 'email', read, sameDigest)
  const first = new Map(read.toReversed().map((recipient) => [sameDigest(recipient), recipient]))
  return { recipients: read.filter((each) => first.get(sameDigest(each)) === each), problems: [...problems, ...repeated] }
}

const sameDigest = ({ email, audience, schedule }: Recipient): string =>
  `${email.toLowerCase()} ${JSON.stringify(audience)} ${schedule}`

const PREFIXED = /^(cluster|集群|产业集群|enterprise|企业|company) ?: ?(.+)$/i

/** `county`, `cluster:KEY` or `enterprise:NAME`, a name or code as in Submissions. */
function audienceOf(entry: EntryReader, clusters: readonly Cluster[], index: NameIndex): Audience | null {
  const text = cleanText(entry.required('audience').slice(0, 1000))
  if (text === '') return null
  if (readLabel(SCOPE_LABELS, text) === 'county') return { of: 'county' }
  const [, kind = '', name = ''] = PREFIXED.exec(text) ?? []
  if (/^(enterprise|企业|company)$/i.test(kind)) {
    const coded = index.code.get(foldCode(name))
    const named = coded ? [coded] : enterprisesNamed(index, name)
    return named.length === 1 ? { of: 'enterprise', enterprise: named[0]!.id } : entry.fault('audience', 'enterprise')
  }
  const cluster = kind === '' ? undefined : findCluster(clusters, name)
  const choices = ['county', ...clusters.map(({ key }) => `cluster:${key}`), 'enterprise:…'].join(', ')
  return cluster ? { of: 'cluster', key: cluster.key } : entry.fault('audience', 'choice', { choices })
}
