import { MAX_YUAN } from '../model/money.ts'
import type { Cluster, Measure, Scope, Target, TargetKind, UnreadableTarget } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { toBase, type Unit } from '../model/unit.ts'
import { type EntryReader, entryReader } from './entry-reader.ts'
import { KIND_LABELS, MEASURE_LABELS, readLabel, SCOPE_LABELS, TITLE_LABELS, UNIT_LABELS } from './labels.ts'
import { findCluster, nameOf } from './read-clusters.ts'
import { foldKey, repeatedKeys } from './repeated-keys.ts'
import { rowsOf, type Table } from './table.ts'

/**
 * Reads the tab Targets; figures in the base of their unit. A row that can't be read, or whose key another row has, is a problem and stands
 * as an unreadable target, while the others go on (measures.md).
 */
export function readTargets(
  table: Table,
  clusters: readonly Cluster[],
): { targets: (Target | UnreadableTarget)[]; problems: Problem[] } {
  const problems: Problem[] = []
  const read = rowsOf(table).map((row) => readTarget(entryReader(table, row, problems), clusters))
  const repeated = repeatedKeys(table, 'key', read, ({ key }) => foldKey(key))
  const unusable = new Set(repeated.map(({ row }) => row))
  problems.push(...repeated)
  return { targets: read.map((target) => (unusable.has(target.row) ? asUnreadable(target) : target)), problems }
}

function readTarget(entry: EntryReader, clusters: readonly Cluster[]): Target | UnreadableTarget {
  const { row } = entry
  const key = entry.required('key')
  const name = nameOf(entry.text('nameZh') || entry.text('nameEn') || key, entry.text('nameEn'))
  const note = entry.text('note')
  const measure = measureOf(entry)
  const scope = scopeOf(entry, clusters)
  entry.required('kind')
  const kind = entry.label('kind', KIND_LABELS)
  const unit = unitOf(entry, measure)
  const figure = (column: 'target' | 'stretch' | 'baseline'): number | null => {
    const value = unit === null ? null : entry.number(column, unit)
    if (value === null || unit === null) return null
    const base = toBase(value, unit)
    return Math.abs(base) > MAX_YUAN ? entry.fault(column, 'number', { unit }) : base
  }
  const target = figure('target')
  const stretch = figure('stretch')
  const baseline = figure('baseline')
  const baselineYear = entry.year('baselineYear')
  const startsOn = entry.day('startsOn', 'first')
  const dueOn = entry.day('dueOn', 'last')
  if (measure !== null && scope !== null && kind !== null) checkCombination(entry, measure, scope, kind)
  if (measure === null || scope === null || kind === null || unit === null || entry.isFaulty()) {
    const typed = {
      measure: entry.text('measure'),
      scope: entry.text('scope'),
      kind: entry.text('kind'),
      unit: entry.text('unit'),
    }
    return { readable: false, row, key, name, ...typed, note }
  }
  return {
    readable: true,
    row,
    key,
    name,
    measure,
    scope,
    kind,
    target,
    stretch,
    unit,
    baselineYear,
    baseline,
    startsOn,
    dueOn,
    note,
  }
}

const asUnreadable = ({ row, key, name, measure, scope, kind, unit, note }: Target | UnreadableTarget): UnreadableTarget => ({
  readable: false,
  row,
  key,
  name,
  measure,
  scope,
  kind,
  unit,
  note,
})

/** `title:gazelle`, `称号：瞪羚企业`, or the title alone, beside the plain measures. */
function measureOf(entry: EntryReader): Measure | null {
  const text = entry.required('measure')
  if (text === '') return null
  const plain = readLabel(MEASURE_LABELS, text)
  if (plain) return plain
  const title = readLabel(TITLE_LABELS, text.replace(/^\s*(?:title|titles|称号|企业称号)\s*[:：]\s*/i, ''))
  if (title) return `title:${title}`
  const choices = [...new Set(MEASURE_LABELS.values()), ...[...new Set(TITLE_LABELS.values())].map((name) => `title:${name}`)]
  return entry.fault('measure', 'choice', { choices: choices.join(', ') })
}

/** `cluster:KEY`, `集群：名称`, or the cluster alone, beside county and emerging. */
function scopeOf(entry: EntryReader, clusters: readonly Cluster[]): Scope | null {
  const text = entry.required('scope')
  if (text === '') return null
  const plain = readLabel(SCOPE_LABELS, text)
  if (plain) return plain
  const cluster = findCluster(clusters, text.replace(/^\s*(?:cluster|集群|产业集群)\s*[:：]\s*/i, ''))
  if (cluster) return `cluster:${cluster.key}`
  return entry.fault('scope', 'choice', {
    choices: ['county', 'emerging', ...clusters.map(({ key }) => `cluster:${key}`)].join(', '),
  })
}

/** A row without figures may leave the unit blank: it is that of the measure. */
function unitOf(entry: EntryReader, measure: Measure | null): Unit | null {
  const typed = entry.label('unit', UNIT_LABELS)
  if (measure === null || (typed === null && entry.text('unit') !== '')) return typed
  const allowed = unitsFor(measure)
  if (typed !== null) return allowed.includes(typed) ? typed : entry.fault('unit', 'choice', { choices: allowed.join(', ') })
  const hasFigures = (['target', 'stretch', 'baseline'] as const).some((column) => entry.cell(column) !== null)
  return hasFigures && allowed.length > 1 ? entry.fault('unit', 'required') : allowed[0]!
}

const unitsFor = (measure: Measure): readonly Unit[] =>
  measure === 'output' ? ['亿元', '万元', '元', 'billion yuan'] : measure === 'emerging-share' ? ['%'] : ['家']

/** Only output is held; the share is not taken of the emerging industries, whose numerator it is (measures.md). */
function checkCombination(entry: EntryReader, measure: Measure, scope: Scope, kind: TargetKind): void {
  if (kind === 'hold' && measure !== 'output') entry.fault('kind', 'combination', { choices: 'reach, track' })
  if (measure === 'emerging-share' && scope === 'emerging')
    entry.fault('scope', 'combination', { choices: 'county, cluster:KEY' })
}
