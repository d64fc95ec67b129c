import type { Enterprise } from '../model/enterprise.ts'
import { EmergingField } from '../model/enterprise.ts'
import type { Name } from '../model/plan.ts'
import type { Progress, ScopeFigures } from '../model/progress.ts'
import { summaryEn } from '../model/texts/en/summary.ts'
import { workbookEn } from '../model/texts/en/workbook.ts'
import { summaryZh } from '../model/texts/zh-CN/summary.ts'
import { workbookZh } from '../model/texts/zh-CN/workbook.ts'
import type { Books } from './books.ts'
import { completenessOf, countedOutput } from './counted.ts'
import { estimateWithLate } from './estimate.ts'
import { growthOnLastYear } from './growth.ts'
import { shownYuan } from './indicator.ts'
import { type FigureScope, membersOf } from './scope.ts'

/** Every cluster in the plan's order, then `none`: the enterprises in no cluster of the plan. Together they are the county. */
export function clusterFigures(books: Books): ScopeFigures[] {
  const clusters = books.plan.clusters.map(({ key, name }) => scopeFigures(books, `cluster:${key}`, name))
  return [...clusters, scopeFigures(books, 'none', { zh: summaryZh.noCluster, en: summaryEn.noCluster })]
}

/** Every emerging field; an enterprise may be in a cluster as well. */
export const fieldFigures = (books: Books): Progress['fields'] =>
  EmergingField.options.map((field) => ({
    field,
    ...scopeFigures(books, `field:${field}`, { zh: workbookZh.field[field], en: workbookEn.field[field] }),
  }))

function scopeFigures(books: Books, scope: FigureScope, name: Name): ScopeFigures {
  const members: readonly Enterprise[] = membersOf(books, scope)
  const { factor } = growthOnLastYear(books, members, books.period)
  return {
    scope,
    name,
    outputYtd: countedOutput(books, members, books.period),
    estimateWithLate: shownYuan(estimateWithLate(books, members, books.period).yuan),
    yearOnYear: factor === null ? null : factor - 1,
    completeness: completenessOf(books, members, books.period),
  }
}
