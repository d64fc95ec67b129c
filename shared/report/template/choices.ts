import { Language } from '../../model/language.ts'
import type { ColumnKey, TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'

/** A register whose first column a drop-down offers. */
export type ListName = 'enterprises' | 'clusters'

/** What a column's drop-down offers: words for keys, or the entries of a register. `message` shows when the cell is entered. */
export type Choices =
  | { from: 'words'; words: readonly (readonly [key: string, word: string])[]; message: string }
  | { from: 'register'; register: ListName; message: string }

/** The drop-down of a column, or null. Scopes and audiences offer the clusters that there are. */
export function columnChoices(tab: TableKey, column: ColumnKey, clusterKeys: readonly string[], texts: Texts): Choices | null {
  const { template, workbook, summary } = texts
  const { choose } = template
  const words = (record: Readonly<Record<string, string>>, message = choose.list): Choices => ({
    from: 'words',
    words: Object.entries(record),
    message,
  })
  const plain = (keys: readonly string[], message = choose.list): Choices =>
    words(Object.fromEntries(keys.map((key) => [key, key])), message)
  const clusters = clusterKeys.map((key) => `cluster:${key}`)
  switch (`${tab}.${column}`) {
    case 'submissions.enterprise':
    case 'titles.enterprise':
      return { from: 'register', register: 'enterprises', message: choose.enterprise }
    case 'enterprises.cluster':
      return { from: 'register', register: 'clusters', message: choose.cluster }
    case 'enterprises.emergingField':
      return words(workbook.field)
    case 'titles.title':
      return words(workbook.title)
    case 'targets.measure':
      return words({ ...template.measure, ...titleMeasures(texts) })
    case 'targets.scope':
      return words({ ...template.scope, ...Object.fromEntries(clusters.map((key) => [key, key])) }, choose.scope)
    case 'targets.kind':
      return words(template.kind)
    case 'targets.unit':
      return words(template.unit)
    case 'milestones.state':
      return words(summary.milestoneState)
    case 'recipients.audience':
      return plain(['county', ...clusters], choose.audience)
    case 'recipients.language':
      return plain(Language.options)
    case 'recipients.schedule':
      return plain(['weekly', 'monthly'])
    case 'recipients.onlyIfChanged':
    case 'recipients.active':
      return plain(['TRUE', 'FALSE'])
    default:
      return null
  }
}

const titleMeasures = ({ template, workbook }: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(workbook.title).map(([key, word]) => [`title:${key}`, template.titleMeasure(word)]))
