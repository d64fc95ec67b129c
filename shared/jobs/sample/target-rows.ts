import type { Language } from '../../model/language.ts'
import type { Measure, Name, Scope } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'

/** A figure of the plan. Amounts are in 100 million yuan, shares in percent. */
interface Figure {
  key: string
  name: Name
  measure: Measure
  scope: Scope
  /** Absent: the plan sets no number. */
  reach?: number
  hold?: number
  stretch?: number
  /** Where the path starts, in 2021. */
  from?: number
  dueOn?: string
  note?: Name
}

const STARTS_ON = '2022-01-01'
const END = '2026-12-31'
const name = (zh: string, en: string): Name => ({ zh, en })

/** The plan's figures (product.md, rows 1 to 9). A count in words "more than N" is typed as N + 1. */
const FIGURES: readonly Figure[] = [
  {
    key: 'county-output',
    measure: 'output',
    scope: 'county',
    reach: 500,
    from: 385,
    dueOn: '2025-12-31',
    name: name('全县工业总产值', 'Industrial output of the county'),
    note: name('超过 500 亿元', 'Over 50 billion yuan'),
  },
  {
    key: 'casting-output',
    measure: 'output',
    scope: 'cluster:casting',
    reach: 100,
    stretch: 120,
    from: 70,
    dueOn: END,
    name: name('智能铸造产业集群产值', 'Output of intelligent casting'),
    note: name('五年内超过 100 亿元，力争 120 亿元', 'Over 10 billion yuan within five years, 12 if all goes well'),
  },
  {
    key: 'carbon-output',
    measure: 'output',
    scope: 'cluster:carbon',
    hold: 100,
    dueOn: END,
    name: name('碳素电极产业集群产值', 'Output of carbon electrode and pre-baked anode'),
    note: name('稳定在 100 亿元以上', 'Stays above 10 billion yuan'),
  },
  {
    key: 'building-output',
    measure: 'output',
    scope: 'cluster:building',
    reach: 100,
    from: 52,
    dueOn: END,
    name: name('绿色建材和装配式建筑产业集群产值', 'Output of green building materials and prefabricated building'),
    note: name('超过 100 亿元', 'Over 10 billion yuan'),
  },
  {
    key: 'rose-output',
    measure: 'output',
    scope: 'cluster:rose-ejiao',
    name: name('玫瑰阿胶、健康和特色食品产值', 'Output of rose and ejiao, health and characteristic food'),
    note: name('规划未定数值', 'The plan sets no number'),
  },
  {
    key: 'emerging-share',
    measure: 'emerging-share',
    scope: 'county',
    reach: 20,
    from: 14.7,
    dueOn: '2025-12-31',
    name: name('新兴产业占工业增加值比重', "Emerging industries' share of industrial added value"),
    note: name('超过 20%', 'Over 20 %'),
  },
  {
    key: 'above-scale',
    measure: 'above-scale',
    scope: 'county',
    reach: 171,
    from: 151,
    dueOn: END,
    name: name('规模以上工业企业', 'Above-scale industrial enterprises'),
    note: name('超过 170 家', 'Over 170'),
  },
  {
    key: 'listed',
    measure: 'listed',
    scope: 'county',
    reach: 4,
    from: 1,
    dueOn: END,
    name: name('上市企业', 'Listed enterprises'),
    note: name('超过 3 家', 'Over 3'),
  },
  { key: 'single-champions', name: name('单项冠军企业', 'Single champions'), measure: 'title:single-champion', scope: 'county' },
  { key: 'gazelles', name: name('瞪羚企业', 'Gazelles'), measure: 'title:gazelle', scope: 'county' },
  {
    key: 'specialised',
    measure: 'title:specialised',
    scope: 'county',
    name: name('专精特新企业', 'Specialised, refined, distinctive, innovative enterprises'),
  },
]

/** The rows of Targets. */
export function targetRows(language: Language): CellValue[][] {
  const zh = language === 'zh-CN'
  return FIGURES.map(({ key, name, measure, scope, reach, hold, stretch, from, dueOn, note }) => {
    const isAmount = measure === 'output'
    const unit = isAmount ? (zh ? '亿元' : 'billion yuan') : measure === 'emerging-share' ? '%' : '家'
    const figure = (typed: number | undefined) => (typed === undefined ? null : isAmount && !zh ? typed / 10 : typed)
    return [
      key,
      name.zh,
      name.en,
      measure,
      scope,
      reach !== undefined ? 'reach' : hold !== undefined ? 'hold' : 'track',
      figure(reach ?? hold),
      figure(stretch),
      unit,
      from === undefined ? null : 2021,
      figure(from),
      dueOn ? STARTS_ON : null,
      dueOn ?? null,
      note ? (zh ? note.zh : note.en) : null,
    ]
  })
}
