import { describe, expect, test } from 'vitest'
import { generatePingyin, type Sample } from '../../../../shared/jobs/sample/generate-pingyin.ts'
import { creditCodeFault } from '../../../../shared/model/credit-code.ts'
import { Language } from '../../../../shared/model/language.ts'
import { type CellValue, COLUMNS } from '../../../../shared/model/tabs.ts'

const zh = generatePingyin({ language: 'zh-CN' })
const en = generatePingyin({ language: 'en' })
const column = (rows: CellValue[][], index: number): CellValue[] => rows.map((row) => row[index]!)

describe.each(Language.options)('the sample county in %s', (language) => {
  const sample = language === 'en' ? en : zh

  test('the same seed gives the same cells, another one other figures', () => {
    expect(generatePingyin({ language })).toEqual(sample)
    expect(generatePingyin({ language, seed: 1 }).submissions).not.toEqual(sample.submissions)
  })

  test('rows have the columns of their tab; Submissions those that people type', () => {
    for (const [tab, rows] of Object.entries(sample)) {
      const columns = tab === 'submissions' ? 8 : COLUMNS[tab as keyof Sample].length
      expect(new Set(rows.map((row) => (tab === 'settings' ? 3 : row.length)))).toEqual(new Set([columns]))
    }
  })

  test('is as large as a county', () => {
    expect(sample.submissions.length).toBeGreaterThan(9_000)
    expect(sample.submissions.length).toBeLessThan(10_000)
    expect(sample.enterprises).toHaveLength(183)
    expect(sample).toMatchObject({ clusters: { length: 4 }, targets: { length: 11 }, milestones: { length: 11 } })
  })

  test('names, credit codes and addresses are unique; codes are valid ones of the county; addresses reach nobody', () => {
    for (const index of [0, 1, 12]) expect(new Set(column(sample.enterprises, index)).size).toBe(sample.enterprises.length)
    for (const code of column(sample.enterprises, 1)) {
      expect(code).toMatch(/^91370124/)
      expect(creditCodeFault(String(code))).toBeNull()
    }
    for (const email of [...column(sample.enterprises, 12), ...column(sample.recipients, 0)])
      expect(email).toMatch(/^[a-z-]+@example\.test$/)
  })

  test('January is reported within February', () => {
    expect(column(sample.submissions, 0).filter((period) => String(period).endsWith('-01'))).toEqual(['2025-01'])
    const february = sample.submissions.filter(([period]) => String(period).endsWith('-02'))
    expect(new Set(column(february, 4))).toEqual(new Set([null]))
  })

  test('figures have at most two decimals', () => {
    const figures = sample.submissions.flatMap((row) => row.slice(3, 7)).filter((cell) => typeof cell === 'number')
    for (const figure of figures) expect(Number(figure.toFixed(2))).toBe(figure)
  })
})

test('both languages tell the same figures', () => {
  expect(column(en.submissions, 3).filter((cell) => typeof cell === 'number')).toEqual(
    column(zh.submissions, 3).filter((cell) => typeof cell === 'number'),
  )
  expect(column(zh.targets, 6).slice(0, 2)).toEqual([500, 100])
  expect(column(en.targets, 6).slice(0, 2)).toEqual([50, 10])
})

test('enterprises of the plan carry no invented title, listing or mistake', () => {
  const named = zh.enterprises.filter(
    ([, , alias, , field], index) => index === 0 || alias === 'Shanshui Group' || (field && !/^[^A-Z]*$/.test(String(alias))),
  )
  expect(column(named, 2)).toEqual(['Meide Group', 'Shanshui Group', 'Bellanguwe', 'Olaibo', 'Kede Intelligent'])
  for (const [name, , , , , , , , , listedOn] of named) {
    expect(listedOn).toBeNull()
    expect(column(zh.titles, 0)).not.toContain(name)
    const rows = zh.submissions.filter((row) => row[1] === name)
    expect(rows).toHaveLength(55)
    expect(rows.every((row) => typeof row[3] === 'number')).toBe(true)
  }
})
