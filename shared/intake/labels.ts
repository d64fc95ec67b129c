import { EmergingField } from '../model/enterprise.ts'
import { Language } from '../model/language.ts'
import { MilestoneState, TargetKind, TitleName } from '../model/plan.ts'
import type { CellValue } from '../model/tabs.ts'
import { workbookEn } from '../model/texts/en/workbook.ts'
import { workbookZh } from '../model/texts/zh-CN/workbook.ts'
import { Unit } from '../model/unit.ts'
import { cleanText, textOf } from './clean-text.ts'

/** What people may type for each value of a choice, folded. */
export type Labels<T extends string> = ReadonlyMap<string, T>

const fold = (text: string): string =>
  cleanText(text)
    .toLowerCase()
    .replace(/[\s_\-·,、()]/g, '')

/** The choice's keys themselves, and the further spellings of each. */
export function labelsOf<T extends string>(keys: readonly T[], spellings: Record<T, readonly string[]>): Labels<T> {
  return new Map(keys.flatMap((key) => [key, ...spellings[key]].map((text): [string, T] => [fold(text), key])))
}

/** The value that the cell names, in either language and whatever its width, case and spaces; undefined when it names none. */
export function readLabel<T extends string>(labels: Labels<T>, cell: CellValue): T | undefined {
  const text = textOf(cell)
  return text.length > 200 ? undefined : labels.get(fold(text))
}

export const FIELD_LABELS = labelsOf(EmergingField.options, {
  'life-science': [workbookZh.field['life-science'], workbookEn.field['life-science'], '生命科学', '生命科学和技术', '生物医药'],
  'advanced-materials': [workbookZh.field['advanced-materials'], workbookEn.field['advanced-materials'], '新材料'],
  'electronic-information': [workbookZh.field['electronic-information'], workbookEn.field['electronic-information']],
  'artificial-intelligence': [workbookZh.field['artificial-intelligence'], workbookEn.field['artificial-intelligence'], 'AI'],
  'industrial-internet': [workbookZh.field['industrial-internet'], workbookEn.field['industrial-internet']],
})

export const TITLE_LABELS = labelsOf(TitleName.options, {
  'single-champion': [workbookZh.title['single-champion'], workbookEn.title['single-champion'], '单项冠军企业', '制造业单项冠军'],
  gazelle: [workbookZh.title.gazelle, workbookEn.title.gazelle, '瞪羚'],
  specialised: [
    workbookZh.title.specialised,
    workbookEn.title.specialised,
    'specialized',
    '专精特新企业',
    '专精特新中小企业',
    '小巨人',
  ],
})

export const KIND_LABELS = labelsOf(TargetKind.options, {
  reach: ['达到', '达标', '完成', '实现'],
  hold: ['保持', '稳定', '保持稳定', '稳定在'],
  track: ['跟踪', '监测', '跟踪监测'],
})

export const STATE_LABELS = labelsOf(MilestoneState.options, {
  'not-started': ['未开始', '未启动', '待启动'],
  'in-progress': ['进行中', '推进中', '正在推进', 'started', 'ongoing'],
  done: ['已完成', '完成', 'finished', 'completed'],
  blocked: ['受阻', '停滞', '暂停', 'stalled'],
})

export const UNIT_LABELS = labelsOf(Unit.options, {
  元: ['yuan', 'rmb', 'cny', '人民币元'],
  万元: ['10,000 yuan', '10000 yuan', 'ten thousand yuan'],
  亿元: ['100 million yuan', '亿'],
  'billion yuan': ['bn yuan', 'billion', '十亿元'],
  '%': ['percent', 'per cent', '百分比', '百分之'],
  家: ['户', '个', 'enterprises', 'companies', 'count'],
})

const PLAIN_MEASURES = ['output', 'emerging-share', 'above-scale', 'listed'] as const
export const MEASURE_LABELS = labelsOf(PLAIN_MEASURES, {
  output: ['工业总产值', '总产值', '产值', 'industrial output', 'industrial output value'],
  'emerging-share': ['新兴产业占比', '新兴产业增加值占比', '新兴产业增加值占工业增加值比重', 'share of emerging industries'],
  'above-scale': [
    '规上企业',
    '规上企业数',
    '规上工业企业数',
    '规模以上工业企业',
    '规模以上工业企业数',
    'above-scale enterprises',
  ],
  listed: ['上市企业', '上市企业数', '上市公司', '上市公司数', 'listed enterprises', 'listed companies'],
})

export const SCOPE_LABELS = labelsOf(['county', 'emerging'] as const, {
  county: ['全县', '全区', '全市', 'whole county', 'all'],
  emerging: ['新兴产业', '新兴领域', '五大新兴领域', '五大新兴产业', 'emerging industries', 'emerging fields'],
})

export const LANGUAGE_LABELS = labelsOf(Language.options, {
  'zh-CN': ['zh', '中文', '简体中文', 'Chinese'],
  en: ['英文', 'English'],
})

export const SCHEDULE_LABELS = labelsOf(['weekly', 'monthly'] as const, {
  weekly: ['每周', '周', '按周', 'week', 'every week'],
  monthly: ['每月', '月', '按月', 'month', 'every month'],
})

export const YES_NO_LABELS = labelsOf(['yes', 'no'] as const, {
  yes: ['true', 'y', '1', '是', '启用', '发送', '√', '✓'],
  no: ['false', 'n', '0', '否', '停用', '停发', '×', '✗'],
})
