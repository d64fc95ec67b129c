import { describe, expect, it } from 'vitest'
import type { BasisFact } from '../../../shared/model/basis.ts'
import { basisEn } from '../../../shared/model/texts/en/basis.ts'
import { basisZh } from '../../../shared/model/texts/zh-CN/basis.ts'
import { measured, month, register, rows, target } from './county.ts'

const may = month('2025-05')

describe('how a figure was computed, in words', () => {
  it('tells the whole story of a target', () => {
    // A reported, B is carried from April: g = 60 / 40; s(5) = 50 / 100 by A, which makes half of 2024. B's newest known twelve
    // months are those up to December.
    const indicator = measured(
      {
        asOf: '2025-06-11',
        register: register({ name: '玫德集团' }, { name: '山水集团' }),
        submissions: rows({
          A: { '2024-05': 50, '2024-12': 100, '2025-04': 40, '2025-05': 60 },
          B: { '2024-12': 100, '2025-04': 40 },
        }),
      },
      target({ kind: 'reach', target: 400, dueOn: '2026-12-31' }),
    )
    expect(basisZh.sentence(indicator.basis)).toBe(
      '应报企业2家，已报1家。' +
        '本期未报、沿用本年最近一期累计数的企业1家：山水集团。' +
        '估计数中，1家未报企业在2025年4月累计数基础上，按本范围同期均有数据企业的累计增幅50.0%推算。' +
        '同比按两年同期均有数据的1家企业同口径计算。' +
        '季节性进度50.0%，取2024年数。' +
        '近十二个月为2024年6月至2025年5月。' +
        '其中1家企业采用较早月份可得的近十二个月数。' +
        '目标路径以2024年0.02万元为起点（该年12月全部报齐）。',
    )
  })

  const all: BasisFact[] = [
    { fact: 'unreadable-target' },
    { fact: 'no-target' },
    { fact: 'no-due-date' },
    { fact: 'rows-counted', counted: 1, expected: 2 },
    { fact: 'nobody-expected', month: may },
    { fact: 'no-rows', month: may },
    { fact: 'carried', names: ['A'] },
    { fact: 'missing', names: ['B', 'C'] },
    { fact: 'late-grown', count: 1, since: may - 1, factor: 0.9, of: 'county' },
    { fact: 'late-from-last-year', count: 2, factor: 1.25, of: 'scope' },
    { fact: 'late-not-estimated', count: 3 },
    { fact: 'year-on-year', enterprises: 4, typedBases: 1 },
    { fact: 'month-on-month', enterprises: 4 },
    { fact: 'season', share: 0.4, years: [2024, 2023, 2022] },
    { fact: 'season-even', share: 5 / 12 },
    { fact: 'path-base', from: 'december', year: 2024, yuan: 40_123_456_789 },
    { fact: 'path-at-target' },
    { fact: 'path-not-positive' },
    { fact: 'no-path-base' },
    { fact: 'reached-in', year: 2024 },
    { fact: 'trailing-window', from: may - 11, to: may },
    { fact: 'trailing-older', count: 1 },
    { fact: 'trailing-unknown', from: may - 11, to: may },
    { fact: 'left-out', names: ['D'] },
    { fact: 'undecided-late' },
    { fact: 'judged-from', month: may },
    { fact: 'judged-at', month: may },
    { fact: 'share-rows', giving: 2, counted: 3, coverage: 0.75 },
    { fact: 'coverage-low', needed: 0.8 },
    { fact: 'counted-on', day: '2025-05-31' },
    { fact: 'linear-path', year: 2021, baseline: 130, kind: 'count', due: may },
    { fact: 'no-baseline' },
  ]

  it.each(all.map((fact) => [fact.fact, fact] as const))('words %s as a sentence in both languages', (_, fact) => {
    expect(basisEn.sentence([fact])).toMatch(/^[A-Z0-9].*\.$/)
    expect(basisZh.sentence([fact])).toMatch(/。$/)
    for (const text of [basisEn.sentence([fact]), basisZh.sentence([fact])])
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it.each<[BasisFact, string, string]>([
    [all[8]!, '-10.0 %, like those of the county', '全县'],
    [all[9]!, '+25.0 %', '25.0%'],
    [all[13]!, '40.0 %, from 2024, 2023, 2022', '40.0%，取2024、2023、2022年平均'],
    [all[15]!, '40.123 billion yuan in 2024', '2024年401.23亿元'],
    [all[30]!, 'from 130 at the end of 2021', '自2021年末130家起'],
  ])('says %o with its figures', (fact, english, chinese) => {
    expect(basisEn.sentence([fact])).toContain(english)
    expect(basisZh.sentence([fact])).toContain(chinese)
  })

  it('cuts a long list of names and says how many there are', () => {
    const names = Array.from({ length: 23 }, (_, index) => `E${index + 1}`)
    expect(basisEn.sentence([{ fact: 'missing', names }])).toMatch(/\(23\): E1, .*E20 and 3 more\.$/)
    expect(basisZh.sentence([{ fact: 'missing', names }])).toMatch(/企业23家：E1、.*E20等。$/)
  })
})
