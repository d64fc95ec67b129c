import type { BasisFact, GrowthSource } from '../../basis.ts'
import type { Yuan } from '../../money.ts'
import { type Month, monthOfYear, yearOf } from '../../month.ts'
import type { BasisTexts } from '../basis-texts.ts'

export const basisZh: BasisTexts = {
  sentence: (facts) => facts.map(sentenceOf).join(''),
}

/** A list of more names is cut short, so that a cell or a mail stays readable. */
const NAMES_SHOWN = 20

type Wording = { [F in BasisFact['fact']]: (fact: Extract<BasisFact, { fact: F }>) => string }

const WORDING: Wording = {
  'unreadable-target': () => '该目标行无法识别，未作核算，详见问题清单。',
  'no-target': () => '未填写大于0的目标值，不作判定。',
  'no-due-date': () => '未填写完成期限，不作判定。',
  'rows-counted': ({ counted, expected }) => `应报企业${expected}家，已报${counted}家。`,
  'nobody-expected': ({ month }) => `${monthText(month)}无应报企业。`,
  'no-rows': ({ month }) => `截至${monthText(month)}，本年尚无通过核算的数据。`,
  carried: ({ names }) => `本期未报、沿用本年最近一期累计数的企业${names.length}家：${list(names)}。`,
  missing: ({ names }) => `本年尚无通过核算的数据、未计入累计数的企业${names.length}家：${list(names)}。`,
  'late-grown': ({ count, since, factor, of }) =>
    `估计数中，${count}家未报企业在${monthText(since)}累计数基础上，按${where(of)}同期均有数据企业的累计增幅${change(factor)}推算。`,
  'late-from-last-year': ({ count, factor, of }) =>
    `估计数中，${count}家未报企业在上年同期累计数基础上，按${where(of)}已报企业的同比增速${change(factor)}推算。`,
  'late-not-estimated': ({ count }) => `估计数中，${count}家未报企业缺少推算依据，未作推算。`,
  'year-on-year': ({ enterprises, typedBases }) =>
    `同比按两年同期均有数据的${enterprises}家企业同口径计算${typedBases > 0 ? `，其中${typedBases}家的上年同期数取自本年填报` : ''}。`,
  'month-on-month': ({ enterprises }) => `环比按相邻两月均有当月数的${enterprises}家企业同口径计算。`,
  season: ({ share, years }) => `季节性进度${percent(share)}，取${years.join('、')}年${years.length > 1 ? '平均' : '数'}。`,
  'season-even': ({ share }) => `尚无可用的完整年度，季节性进度按月份平均取${percent(share)}。`,
  'path-base': ({ from, year, yuan }) => `目标路径以${year}年${amount(yuan)}为起点${PATH_BASE[from]}。`,
  'path-at-target': () => '起点已达到目标值，路径保持在目标值。',
  'path-not-positive': () => '起点不大于0，仅完成期限当年设路径。',
  'no-path-base': () => '缺少路径起点数据，仅完成期限当年设路径。',
  'reached-in': ({ year }) => `${year}年已达到目标值。`,
  'trailing-window': ({ from, to }) => `近十二个月为${monthText(from)}至${monthText(to)}。`,
  'trailing-older': ({ count }) => `其中${count}家企业采用较早月份可得的近十二个月数。`,
  'trailing-unknown': ({ from, to }) => `缺少往期数据，无法计算${monthText(from)}至${monthText(to)}近十二个月产值。`,
  'left-out': ({ names }) => `近十二个月产值未包括缺少往期数据的企业${names.length}家：${list(names)}。`,
  'undecided-late': () => '计入未报企业估计数后可保持在目标值以上，暂不判定。',
  'judged-from': ({ month }) => `自${monthText(month)}起判定。`,
  'judged-at': ({ month }) => `以完成期限所在的${monthText(month)}的判定为准。`,
  'share-rows': ({ giving, counted, coverage }) =>
    `已计入企业${counted}家，其中${giving}家填报增加值${coverage === null ? '' : `，其产值占${percent(coverage)}`}。`,
  'coverage-low': ({ needed }) => `填报增加值的企业产值占比未达${percent(needed)}，不计算占比。`,
  'counted-on': ({ day }) => `按企业名录登记情况统计，时点为${day}。`,
  'linear-path': ({ year, baseline, kind, due }) =>
    `目标路径自${year}年末${kind === 'share' ? percent(baseline) : `${baseline}家`}起，逐月均匀推进至${monthText(due)}的目标值。`,
  'no-baseline': () => '基期或完成期限未填写，直接与目标值比较。',
}

const PATH_BASE: Record<Extract<BasisFact, { fact: 'path-base' }>['from'], string> = {
  december: '（该年12月全部报齐）',
  baseline: '（目标行填报的基期值）',
  'incomplete-december': '（该年12月尚未报齐）',
}

// Each entry takes exactly the fact that it is filed under, which the compiler cannot follow through the lookup.
const sentenceOf = (fact: BasisFact): string => (WORDING[fact.fact] as (fact: BasisFact) => string)(fact)

const where = (of: GrowthSource): string => (of === 'scope' ? '本范围' : '全县')
const monthText = (month: Month): string => `${yearOf(month)}年${monthOfYear(month)}月`
const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`
const change = (factor: number): string => percent(factor - 1)
const amount = (yuan: Yuan): string =>
  Math.abs(yuan) >= 1e8 ? `${(yuan / 1e8).toFixed(2)}亿元` : `${(yuan / 1e4).toFixed(2)}万元`

function list(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN
  const shown = names.slice(0, NAMES_SHOWN).join('、')
  return rest > 0 ? `${shown}等` : shown
}
