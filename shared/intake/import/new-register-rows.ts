import { formatMonth, type Month } from '../../model/month.ts'
import type { Cluster } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'
import { cleanText } from '../clean-text.ts'
import { foldName } from '../read-name.ts'
import type { DerivedRow } from './derive-cumulative.ts'
import { type ImportProblem, noteOn } from './import-problem.ts'
import type { Party } from './parties.ts'

/** After so many months without a row an enterprise counts as gone. */
const SILENT_MONTHS = 12

interface NewRegisterRows {
  /** Body rows of Enterprises and of Clusters. */
  enterprises: CellValue[][]
  clusters: CellValue[][]
  problems: ImportProblem[]
}

/** The register's rows for enterprises that it lacks and that have a row to add, and for their newest clusters. */
export function newRegisterRows(rows: readonly DerivedRow[], clusters: readonly Cluster[]): NewRegisterRows {
  const made: NewRegisterRows = { enterprises: [], clusters: [], problems: [] }
  const keys = clusterKeys(clusters, made.clusters)
  const newest = lastMonthOf(rows)
  for (const [party, own] of Map.groupBy(rows, ({ source }) => source.party)) {
    if (!party.isNew) continue
    const first = Math.min(...own.map(({ filedFrom }) => filedFrom))
    const last = lastMonthOf(own)
    const hasStopped = newest - last >= SILENT_MONTHS
    if (hasStopped) made.problems.push(noteOn(party.name, 'stopped-reporting', { month: formatMonth(last) }))
    made.enterprises.push(enterpriseRow(party, keys(newestCluster(own)), first, hasStopped ? last : null))
  }
  return made
}

/** By the rows' own months, so that a January that became February is still expected there. */
const lastMonthOf = (rows: readonly DerivedRow[]): Month =>
  rows.reduce((last, { month }) => Math.max(last, month), Number.NEGATIVE_INFINITY)

function newestCluster(rows: readonly DerivedRow[]): string {
  const named = rows.filter(({ source }) => source.cluster !== '').sort((one, other) => one.source.month - other.source.month)
  return named.at(-1)?.source.cluster ?? ''
}

function enterpriseRow(party: Party, cluster: string | null, reportsFrom: Month, reportsUntil: Month | null): CellValue[] {
  const { name, creditCode, otherNames } = party
  const until = reportsUntil === null ? null : formatMonth(reportsUntil)
  return [
    name,
    creditCode,
    otherNames.join('；') || null,
    cluster,
    null,
    formatMonth(reportsFrom),
    until,
    null,
    null,
    null,
    null,
    null,
    null,
  ]
}

/** Finds the key of a cluster by its key or either name; makes a row for one that is not there yet. */
function clusterKeys(clusters: readonly Cluster[], rows: CellValue[][]): (name: string) => string | null {
  const known = new Map<string, string>()
  for (const { key, name } of clusters) for (const called of [name.en, name.zh, key]) known.set(foldName(called), key)
  const taken = new Set(clusters.map(({ key }) => key))
  return (name) => {
    if (name === '') return null
    const found = known.get(foldName(name))
    if (found !== undefined) return found
    const key = freeKey(slugOf(name), taken)
    taken.add(key)
    known.set(foldName(name), key)
    rows.push([key, name, name, null])
    return key
  }
}

/** Latin letters and digits of the name; a name without any becomes `cluster`. */
const slugOf = (name: string): string =>
  cleanText(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'cluster'

function freeKey(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
