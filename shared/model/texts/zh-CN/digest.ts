import { monthOfYear, yearOf } from '../../month.ts'
import type { DigestTexts } from '../digest-texts.ts'

const decimals = (value: number, places: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
const percent = (fraction: number): string => `${decimals(fraction * 100, 1)} %`

function change(fraction: number): string {
  const size = decimals(Math.abs(fraction) * 100, 1)
  return size === '0.0' ? '持平' : `${fraction > 0 ? '增长' : '下降'} ${size}\u00a0%`
}

export const digestZh: DigestTexts = {
  amount: (yuan) => (Math.abs(yuan) >= 1e8 ? `${decimals(yuan / 1e8, 2)} 亿元` : `${decimals(yuan / 1e4, 2)} 万元`),
  figure: (value, unit) =>
    value === null
      ? '暂无数据'
      : unit === '%'
        ? percent(value)
        : unit === '家'
          ? `${decimals(value, 0)} 家`
          : `${decimals(value / 1e8, 2)} 亿元`,
  period: (month) => (monthOfYear(month) === 1 ? `${yearOf(month)}年1月` : `${yearOf(month)}年1—${monthOfYear(month)}月`),
  month: (month) => `${yearOf(month)}年${monthOfYear(month)}月`,
  day: (day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
  subject: ({ name, period, value, attainment, status }) =>
    `${name} ${period} ${value}${attainment === null ? '' : `，${attainment}`}，${status}`,
  subjectNoData: ({ name, period }) => `${name} ${period}暂无数据`,
  subjectOwn: ({ name, period, state, problems }) =>
    `${name} ${period}数据${state}${problems > 0 ? `，有 ${problems} 项待处理` : ''}`,
  heading: {
    county: (period) => `${period}规划目标进度`,
    cluster: (name, period) => `${name}产业集群${period}进度`,
    own: (name) => `${name}数据报送情况`,
  },
  completeness: (reported, expected, late) =>
    expected === 0 ? '本期无应报企业。' : `应报企业 ${expected} 家，已报 ${reported} 家，未报 ${late} 家。`,
  sections: {
    changes: '变化情况',
    targets: '目标完成情况',
    chart: '走势',
    clusters: '产业集群',
    fields: '新兴领域',
    late: '尚未报送企业',
    problems: '待处理问题',
    milestones: '临期及逾期任务',
    own: '报送情况',
  },
  ofTarget: (value, target) => `${value}（目标 ${target}）`,
  attainment: (share, thisYear) => `完成${thisYear ? '年度目标' : '规划目标'} ${share}`,
  trailing: '按近十二个月产值',
  held: (share) => `为目标值的 ${share}`,
  trailingPeriod: (month) => `截至${yearOf(month)}年${monthOfYear(month)}月近十二个月`,
  pace: (ratio) => `进度系数 ${ratio}`,
  forecast: (value, range) => `预计全年 ${value}${range === null ? '' : `（区间 ${range}）`}`,
  needed: (value) => `后续月均需完成 ${value}`,
  growth: (fraction) => (fraction === null ? '' : `同比${change(fraction)}`),
  growthShort: (fraction) => (fraction === null ? '–' : change(fraction)),
  stretch: (target, attainment) => `力争 ${target}，已完成 ${attainment}`,
  dueOn: (day) => `期限 ${day}`,
  noIndicators: '尚未设置目标。',
  tableColumns: { scope: '名称', output: '累计产值', growth: '同比', reported: '已报／应报（家）' },
  noCluster: '未归入集群',
  reportedOf: (reported, expected) => `${reported}／${expected}`,
  milestoneColumns: { name: '任务', owner: '责任单位', dueOn: '完成期限', state: '状态' },
  lateMark: '逾期',
  noMilestones: '一个月内无到期任务，亦无逾期任务。',
  nobodyLate: '应报企业均已报送。',
  noProblems: '无待处理问题。',
  andMore: (count) => `另有 ${count} 项，详见工作簿。`,
  problem: ({ enterprise, period, severity, rule, place }) =>
    `${[enterprise, period].filter(Boolean).join(' ')}${enterprise || period ? '：' : ''}${severity}，${rule}（${place}）`,
  openRow: '该行企业名称与统一社会信用代码不一致或无法对应到唯一企业，请打开该行，按企业名录核对名称和代码。',
  since: (asOf) => `与截至${asOf}的上一期相比：`,
  quiet: (asOf) => `与截至${asOf}的上一期相比，各项数据和状态均无变化。`,
  firstDigest: '本期为首期通报，下期起列出变化情况。',
  change: {
    period: (from, to) => `报告期由${from}更新为${to}。`,
    indicator: (name, from, to) => `${name}：由 ${from} 变为 ${to}。`,
    slightly: (name, value) => `${name}：略有调整，仍为 ${value}。`,
    added: (name, value) => `${name}：新增指标，${value}。`,
    own: (from, to) => `累计产值：由 ${from} 变为 ${to}。`,
    reported: (name) => `${name}：已报送。`,
    late: (name) => `${name}：本期尚未报送。`,
    none: '暂无数据',
  },
  ownState: {
    reported: (period) => `${period}数据已报送并通过审核。`,
    late: (period) => `${period}数据尚未报送，或尚未通过审核。`,
    'not-expected': (period) => `${period}无需报送。`,
  },
  ownStateShort: { reported: '已报送', late: '尚未通过', 'not-expected': '无需报送' },
  ownOutput: (period) => `${period}累计工业总产值`,
  ownNone: '本年尚无通过审核的数据。',
  open: '打开工作簿',
  footer: {
    figures: (asOf, period, run) => `数据截至${asOf}，报告期${period}，核算批次 ${run}。`,
    computed: '数据依据企业在工作簿中填报并通过审核的月度数据汇总；未报和未通过的数据不计为零。核算口径：',
    computedShort: '数据取自贵单位在工作簿中填报并通过审核的月度数据；未通过的数据不计入。',
    basis: (name, sentence) => `${name}：${sentence}`,
    schedule: { weekly: '本邮件每周自动发送。', monthly: '本邮件每月自动发送。' },
    stopByReply: '如不再接收，请回复本邮件告知。',
  },
}
