import { expect, test } from 'vitest'
import type { Indicator, Progress } from '../../../../shared/model/progress.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { targetTable } from '../../../../shared/report/summary/target-block.ts'

const named = (en: string) =>
  ({ name: { zh: '', en }, unit: '亿元', measure: 'output', kind: 'reach', status: 'on-track' }) as Indicator
const heights = (language: 'zh-CN' | 'en', ...names: string[]) =>
  targetTable({ indicators: names.map(named) } as unknown as Progress, new Map(), 10, textsFor(language)).map(
    ({ height }) => height,
  )

test('headers and names that take several lines get the room for them', () => {
  expect(heights('zh-CN')).toEqual([30])
  expect(heights('en', 'Listed enterprises', 'Output of green building materials and prefabricated building')).toEqual([
    38, 26, 55,
  ])
})
