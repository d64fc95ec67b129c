import type { Cluster, Name } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { entryReader } from './entry-reader.ts'
import { foldKey, repeatedKeys } from './repeated-keys.ts'
import { rowsOf, type Table } from './table.ts'

/** A name in both languages; where only one was typed it serves for both. */
export const nameOf = (zh: string, en: string): Name => ({ zh: zh || en, en: en || zh })

/** Reads the tab Clusters. A row needs a key; of rows with one key the first is used, and all are problems. */
export function readClusters(table: Table): { clusters: Cluster[]; problems: Problem[] } {
  const problems: Problem[] = []
  const read: (Cluster & { row: number })[] = []
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const key = entry.required('key')
    if (key === '') continue
    const name = nameOf(entry.text('nameZh') || entry.text('nameEn') || key, entry.text('nameEn'))
    read.push({ row, key, name, leader: entry.text('leader') })
  }
  problems.push(...repeatedKeys(table, 'key', read, ({ key }) => foldKey(key)))
  const first = new Map(read.toReversed().map((cluster) => [foldKey(cluster.key), cluster]))
  const clusters = read.filter((cluster) => first.get(foldKey(cluster.key)) === cluster)
  return { clusters: clusters.map(({ key, name, leader }) => ({ key, name, leader })), problems }
}

/** The cluster that a text names: by key, or by its name in either language where only one has it. */
export function findCluster(clusters: readonly Cluster[], text: string): Cluster | undefined {
  const wanted = foldKey(text)
  const byKey = clusters.find(({ key }) => foldKey(key) === wanted)
  if (byKey) return byKey
  const named = clusters.filter(({ name }) => foldKey(name.zh) === wanted || foldKey(name.en) === wanted)
  return named.length === 1 ? named[0] : undefined
}
