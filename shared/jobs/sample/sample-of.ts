import type { Language } from '../../model/language.ts'
import { type CellValue, COLUMNS, type TableKey } from '../../model/tabs.ts'
import { generatePingyin } from './generate-pingyin.ts'

export type SampleName = 'pingyin' | 'empty'

/** What new tabs begin with: the sample county, or one target that tracks the total output, so that a first run has something to show. */
export const sampleOf = (name: SampleName, language: Language): Partial<Record<TableKey, CellValue[][]>> =>
  name === 'pingyin' ? generatePingyin({ language }) : { targets: [totalOutput(language)] }

function totalOutput(language: Language): CellValue[] {
  const cells: Partial<Record<(typeof COLUMNS.targets)[number], CellValue>> = {
    key: 'output',
    nameZh: '工业总产值',
    nameEn: 'Industrial output',
    measure: 'output',
    scope: 'county',
    kind: 'track',
    unit: language === 'zh-CN' ? '亿元' : 'billion yuan',
  }
  return COLUMNS.targets.map((column) => cells[column] ?? null)
}
