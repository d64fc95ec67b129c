import { nameIn } from '../../model/plan.ts'
import type { Progress, ScopeFigures } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { amountIn, changeIn, percentIn } from './figures.ts'
import { type LayoutCell, type LayoutRow, lines, SUMMARY_WIDTHS } from './layout.ts'
import { LOOKS } from './looks.ts'

const BLANK: LayoutCell = { value: null }

/** Clusters on the left and emerging fields on the right, with what they brought, by how much it grew, and who is in it. */
export function scopeTables(progress: Progress, texts: Texts): LayoutRow[] {
  const { clusters, fields } = texts.summary
  const left = progress.clusters
  const right = progress.fields
  const section = (value: string, span: number): LayoutCell => ({ value, format: LOOKS.section, span })
  return [
    { cells: [section(clusters, 6), section(fields, 6)], height: 30 },
    { cells: [...headers(texts, 1), BLANK, ...headers(texts, 2)], height: 36 },
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
      cells: [...scopeCells(left[index], texts, 1), BLANK, ...scopeCells(right[index], texts, 2)],
      height: lines(nameIn(left[index]?.name ?? { zh: '', en: '' }, texts.language), SUMMARY_WIDTHS[0]) > 1 ? 36 : 22,
    })),
  ]
}

/** Headers of one table; the name covers one column or two, so that both tables fit the columns of the targets. */
function headers(texts: Texts, nameSpan: number): LayoutCell[] {
  const { columns, output, estimate, growth } = texts.summary
  const labels = [columns.indicator, output, estimate, growth, columns.completeness]
  return labels.map((value, index) => ({ value, format: LOOKS.header, ...(index === 0 ? { span: nameSpan } : {}) }))
}

function scopeCells(row: ScopeFigures | undefined, texts: Texts, nameSpan: number): LayoutCell[] {
  if (!row) return Array.from({ length: 4 + nameSpan }, () => BLANK)
  const { language, summary } = texts
  return [
    { value: row.scope === 'none' ? summary.noCluster : nameIn(row.name, language), format: LOOKS.name, span: nameSpan },
    amountIn(row.outputYtd, language),
    amountIn(row.estimateWithLate, language),
    changeIn(row.yearOnYear),
    percentIn(row.completeness.share),
  ]
}
