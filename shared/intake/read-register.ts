import { creditCodeFault } from '../model/credit-code.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Cluster } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { type EntryReader, entryReader } from './entry-reader.ts'
import { FIELD_LABELS } from './labels.ts'
import { findCluster } from './read-clusters.ts'
import { foldCode, foldName } from './read-name.ts'
import { repeatedKeys, sharingKey } from './repeated-keys.ts'
import { problemAt, rowsOf, type Table } from './table.ts'

/**
 * Reads the tab Enterprises. A row needs a name; any other cell that can't be read is a problem and left out, because without the
 * enterprise all its submissions would be unknown. Two with one credit code, or with one name that codes don't tell apart, are problems.
 */
export function readRegister(table: Table, clusters: readonly Cluster[]): { enterprises: Enterprise[]; problems: Problem[] } {
  const problems: Problem[] = []
  const enterprises: Enterprise[] = []
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const name = entry.required('name')
    if (name === '') continue
    enterprises.push({
      id: enterprises.length,
      row,
      name,
      creditCode: creditCodeOf(table, entry, problems),
      aliases: aliasesOf(entry.text('aliases')),
      cluster: clusterOf(entry, clusters),
      emergingField: entry.label('emergingField', FIELD_LABELS),
      reportsFrom: entry.month('reportsFrom'),
      reportsUntil: entry.month('reportsUntil'),
      aboveScaleFrom: entry.month('aboveScaleFrom'),
      aboveScaleUntil: entry.month('aboveScaleUntil'),
      listedOn: entry.day('listedOn', 'first'),
      delistedOn: entry.day('delistedOn', 'last'),
      contactName: entry.text('contactName'),
      contactEmail: entry.email('contactEmail'),
    })
  }
  problems.push(...repeatedKeys(table, 'creditCode', enterprises, ({ creditCode }) => creditCode ?? ''))
  const oneName = sharingKey(enterprises, ({ name }) => foldName(name)).filter((group) =>
    group.some(({ creditCode }) => creditCode === null),
  )
  problems.push(...repeatedKeys(table, 'name', oneName.flat(), ({ name }) => foldName(name)))
  return { enterprises, problems }
}

/** A code of the wrong form can't identify anybody and is left out; a failing check character is only said (product.md). */
function creditCodeOf(table: Table, entry: EntryReader, problems: Problem[]): string | null {
  const cell = entry.cell('creditCode')
  const code = foldCode(cell)
  if (code === '') return null
  const fault = typeof cell === 'number' ? 'number' : creditCodeFault(code)
  if (fault === 'check-character') problems.push(problemAt(table, entry.row, 'creditCode', 'check-character'))
  else if (fault !== null) {
    problems.push(
      problemAt(table, entry.row, 'creditCode', 'bad-credit-code', { why: fault, length: String([...code].length) }, 'note'),
    )
    return null
  }
  return code
}

const aliasesOf = (text: string): string[] =>
  text
    .split(/[;；、\n|]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')

function clusterOf(entry: EntryReader, clusters: readonly Cluster[]): string | null {
  const text = entry.text('cluster')
  if (text === '') return null
  const cluster = findCluster(clusters, text)
  return cluster ? cluster.key : entry.fault('cluster', 'cluster', { choices: clusters.map(({ key }) => key).join(', ') })
}
