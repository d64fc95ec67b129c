import type { Problem } from '../../problem.ts'
import type { RuleTexts } from '../rule-texts.ts'
import { entryAdviceZh } from './entry-advice.ts'

const say =
  (sentence: (facts: Problem['facts'], problem: Problem) => string) =>
  (problem: Problem): string =>
    sentence(problem.facts, problem)

/** A question to the clerk; once explained it only records what was explained. */
const ask = (what: (facts: Problem['facts']) => string, remedy: string) => (problem: Problem) =>
  problem.severity === 'note'
    ? `${what(problem.facts)}已采纳情况说明，此项不再影响本行计入汇总。`
    : `${what(problem.facts)}${remedy}`

const CORRECT_OR_EXPLAIN = '请核对更正；如数据无误，请在“情况说明”栏注明原因。'

const MEANING: Record<string, string> = {
  grouping: '千位分隔不规范',
  'comma-decimal': '逗号或小数点含义不明',
  exponent: '采用了科学计数法',
  unit: '无法确定单位是元还是万元',
  'same-as-above': '引用了上一行内容，而行的位置可能变动',
  loading: '公式尚未计算完成',
}

const PERIOD_WHY: Record<string, string> = {
  order: '日、月顺序不明',
  'two-months': '可能指 1 月或 10 月',
  'no-such': '日期不存在，或超出规划年份',
  'same-as-above': '引用了上一行内容，而行的位置可能变动',
}

const CODE_WHY: Record<string, string> = {
  length: '长度不是 18 位',
  characters: '含有代码中不使用的字符（仅限数字及除 I、O、S、V、Z 以外的大写字母）',
  number: '以数值格式保存会丢失末位数字，请先输入英文单引号再填写',
}

/** How far off a figure is, and what may have happened: a digit up to ten times, a unit beyond. */
const SLIP: Record<string, readonly [times: string, guess: string]> = {
  '10': ['10 倍', '可能多填一位数字、小数点错位，或误以千元为单位'],
  '1000': ['1000 倍', '可能误用其他单位'],
  '10000': ['10000 倍', '可能误以元为单位'],
  '1/10': ['1/10', '可能漏填一位数字，或小数点错位'],
  '1/1000': ['1/1000', '可能误用其他单位'],
  '1/10000': ['1/10000', '可能误以亿元为单位'],
}

/** Row numbers as Chinese lists them. */
const listed = (rows: string | undefined): string => (rows ?? '').replaceAll(', ', '、')

export const rulesZh: RuleTexts = {
  explanationOutdated: '现有情况说明针对的是修改前的数据，请就现数据重新说明。',
  severity: { rejected: '退回', held: '待说明', note: '提示' },
  name: {
    'missing-period': '报告期未填',
    'unreadable-period': '报告期无法识别',
    'period-not-open': '报告期未到填报时间',
    'missing-enterprise': '企业名称未填',
    'unknown-enterprise': '企业不在名录内',
    'ambiguous-enterprise': '企业重名',
    'code-name-mismatch': '信用代码与名称不符',
    'bad-credit-code': '信用代码格式有误',
    'not-expected': '该月无需报送',
    'missing-output': '累计产值未填',
    'unreadable-number': '数值无法识别',
    'approximate-number': '数值为约数',
    'wrong-type': '填写内容不是数值',
    'formula-error': '公式出错',
    'negative-output': '产值为负',
    'merged-cells': '单元格已合并',
    'month-exceeds-total': '本月产值大于累计产值',
    'part-exceeds-whole': '增加值大于总产值',
    'conflicting-duplicate': '重复填报且数据不一致',
    'total-fell': '累计数下降',
    'identity-break': '本月数与累计数不衔接',
    'unit-slip': '疑似数位或单位有误',
    jump: '数据波动较大',
    unchanged: '与上月产值相同',
    'changed-late': '逾期修改',
    'odd-added-value': '增加值率异常',
    'ambiguous-number': '数值含义不明',
    gap: '上月未填报',
    'changed-base': '上年同期数不一致',
    'normalised-number': '数值已规范',
    'normalised-period': '报告期已规范',
    'normalised-name': '企业名称已规范',
    'repeated-row': '重复填报',
    rounded: '已取整到元',
    'left-out-cell': '选填项未采用',
    'check-character': '信用代码校验码不符',
    'subtotal-row': '合计行，不计入',
    'unreadable-entry': '填写内容无法识别',
    'repeated-key': '代码或名称重复',
  },
  advice: {
    'missing-period': say(() => '报告期未填写。请按“年-月”格式填写，例如 2025-03。'),
    'unreadable-period': say(
      ({ why }, { read }) => `报告期“${read}”无法识别${because(PERIOD_WHY, why)}。请按“年-月”格式填写，例如 2025-03。`,
    ),
    'period-not-open': say(({ month, opens }) => `${month} 尚未结束，请自 ${opens} 起填报；如月份有误，请更正。`),
    'missing-enterprise': say(() => '企业名称未填写。请从下拉列表中选择，或填写统一社会信用代码。'),
    'unknown-enterprise': say(({ suggestion }, { read }) =>
      suggestion
        ? `“${read}”不在企业名录内，是否为“${suggestion}”？请从下拉列表中选择。`
        : `“${read}”不在企业名录内。请从下拉列表中选择；如需新增企业，请联系统计部门。`,
    ),
    'ambiguous-enterprise': say(
      ({ rows }) => `企业名录中有多家企业使用此名称（第 ${listed(rows)} 行），请同时填写统一社会信用代码。`,
    ),
    'code-name-mismatch': say(({ owner, name, code }) =>
      owner && code
        ? `该统一社会信用代码属于“${owner}”，而“${name}”的代码为 ${code}，请核对更正。`
        : owner
          ? `该统一社会信用代码属于“${owner}”，与本行企业名称不一致，请核对更正。`
          : `名录中“${name}”的统一社会信用代码为 ${code}，请核对更正。`,
    ),
    'bad-credit-code': say(
      ({ why }, { read }) => `统一社会信用代码“${read}”格式有误${because(CODE_WHY, why)}。请填写 18 位代码，或将此格留空。`,
    ),
    'not-expected': say(({ month, february, from, until }) =>
      february
        ? `1 月数据不单独报送，请将 1—2 月合计数填入 ${february} 一行。`
        : `该企业 ${month} 无需报送${bounds(from, until)}。请更正月份；如名录有误，请联系统计部门。`,
    ),
    'missing-output': say(() => '累计工业总产值未填写。请以万元为单位填写，例如 1234.5；确无产值的，请填 0。'),
    'unreadable-number': say(({ why }, { read }) =>
      why === 'several'
        ? `“${read}”包含多个数值，请只填写一个，例如 1234.5。`
        : why === 'too-large'
          ? `“${read}”数值过大，请核对单位（万元）后填写，例如 1234.5。`
          : `“${read}”无法识别为数值。请以万元为单位填写数字，例如 1234.5。`,
    ),
    'approximate-number': say((_, { read }) => `“${read}”为约数或区间，请填写准确数值（万元），例如 1234.5。`),
    'wrong-type': say((_, { read }) => `“${read}”为日期或逻辑值，不是金额。请填写数值（万元），例如 1234.5。`),
    'formula-error': say(({ why }, { read, cell }) =>
      why === 'external'
        ? `${cell ? `${cell} ` : '该'}单元格的公式引用外部数据，其值可能变动，请直接填写数值。`
        : `${cell ? `${cell} ` : '该'}单元格的公式结果为 ${read}，请直接填写数值。`,
    ),
    'merged-cells': ask(({ range = '' }) => `${range} 单元格已合并，仅首个单元格有值。`, '请取消合并，并逐行填写。'),
    'negative-output': say(({ value }, { read }) => `累计工业总产值不能为负数（${value ?? read}），请填写大于或等于 0 的数值。`),
    'month-exceeds-total': say(({ month, total }) => `本月产值（${month}）大于累计产值（${total}），请核对两项数据。`),
    'part-exceeds-whole': say(({ part, whole }) => `累计增加值（${part}）大于累计总产值（${whole}），请核对两项数据及单位。`),
    'conflicting-duplicate': say(
      ({ rows, month }) => `第 ${listed(rows)} 行均为同一企业 ${month} 的数据，但数值不一致，暂均不计入，请删除有误的行。`,
    ),
    'total-fell': ask(({ total, before, month }) => `累计产值 ${total} 小于 ${month} 的累计产值 ${before}。`, CORRECT_OR_EXPLAIN),
    'identity-break': ask(
      ({ before, month, sum, total }) => `上月累计 ${before} 加本月 ${month} 应为 ${sum}，累计填报为 ${total}。`,
      CORRECT_OR_EXPLAIN,
    ),
    'unit-slip': ask(({ factor = '', total, expected, month, usual }) => {
      const [times, guess] = SLIP[factor]!
      return month
        ? `本月产值 ${month} 约为以往月份（约 ${usual}）的 ${times}，${guess}；单位应为万元。`
        : `累计产值 ${total} 约为按以往月份推算值（约 ${expected}）的 ${times}，${guess}；单位应为万元。`
    }, CORRECT_OR_EXPLAIN),
    jump: ask(
      ({ value, lastMonth, lastYear }) =>
        `本月产值 ${value} 与${[lastMonth && `上月的 ${lastMonth}`, lastYear && `上年同月的 ${lastYear}`].filter(Boolean).join('、')} 相比变动较大。`,
      CORRECT_OR_EXPLAIN,
    ),
    unchanged: ask(({ value, month }) => `本月产值 ${value} 与 ${month} 完全相同。`, CORRECT_OR_EXPLAIN),
    'changed-late': ask(({ due }) => `数据在报送截止日（${due}）之后被修改。`, '请在“情况说明”栏注明原因，或恢复原数据。'),
    'odd-added-value': ask(({ percent }) => `增加值占总产值的 ${percent}%，通常在 2%—80% 之间。`, CORRECT_OR_EXPLAIN),
    'ambiguous-number': say(({ why, meant }, { read }) =>
      meant
        ? `“${read}”无法准确识别${because(MEANING, why)}。如指 ${meant} 万元，请直接填写 ${meant}；此项须更正数值，仅作说明不予计入。`
        : `“${read}”无法准确识别${because(MEANING, why)}。请直接填写数值，例如 1234.5；此项须更正数值，仅作说明不予计入。`,
    ),
    gap: ask(
      ({ before, month }) => `${before} 未填报，${month} 数据无法衔接。`,
      '请先补报该月；确不需补报的，请在“情况说明”栏注明原因。',
    ),
    'changed-base': ask(
      ({ typed, accepted, row }) => `上年同期累计填报为 ${typed}，与上年已通过的 ${accepted}（第 ${row} 行）不一致。`,
      CORRECT_OR_EXPLAIN,
    ),
    'normalised-number': say(({ value }, { read }) => `“${read}”已识别为 ${value} 万元；如有误，请直接填写数值。`),
    'normalised-period': say(({ month }, { read }) => `“${read}”已识别为 ${month}；如有误，请按“年-月”格式填写。`),
    'normalised-name': say(({ name }, { read }) => `“${read}”已识别为名录中的“${name}”；如有误，请从下拉列表中选择。`),
    'repeated-row': say(({ rows }) => `第 ${listed(rows)} 行数据相同，仅计入一次，请保留其中一行。`),
    rounded: say(({ value }, { read }) => `“${read}”已四舍五入到元，即 ${value} 万元。`),
    'left-out-cell': say(({ reason, meant }, { read }) => {
      const why = reason === undefined ? '' : `（${rulesZh.name[reason as keyof RuleTexts['name']]}）`
      return `选填项“${read}”无法采用${why}，未计入，不影响本行其他数据。请填写数值${meant ? `，例如 ${meant}` : ''}，或将此格留空。`
    }),
    'check-character': say((_, { read }) => `统一社会信用代码 ${read} 的校验码不符，请与营业执照核对。`),
    'subtotal-row': say(() => '本行为合计行，不计入汇总；合计数见“进度总览”，本行可删除。'),
    'unreadable-entry': entryAdviceZh,
    'repeated-key': say(({ rows }, { read }) => `“${read}”与第 ${listed(rows)} 行重复，请分别填写或删除其中一行。`),
  },
}

const because = (reasons: Record<string, string>, why: string | undefined): string =>
  why !== undefined && reasons[why] ? `：${reasons[why]}` : ''

const bounds = (from: string | undefined, until: string | undefined): string =>
  from && until ? `（报送时间为 ${from} 至 ${until}）` : from ? `（自 ${from} 起报送）` : until ? `（报送至 ${until} 止）` : ''
