import { type Month, monthOfYear, yearOf } from '../../month.ts'
import type { DigestTexts } from '../digest-texts.ts'

const decimals = (value: number, places: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
const percent = (fraction: number): string => `${decimals(fraction * 100, 1)} %`

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthName = (month: Month): string => MONTHS[monthOfYear(month) - 1]!
const billions = (yuan: number): string => `RMB ${decimals(yuan / 1e9, 2)} billion`

function change(fraction: number): string {
  const size = decimals(Math.abs(fraction) * 100, 1)
  return size === '0.0' ? 'unchanged' : `${fraction > 0 ? 'up' : 'down'} ${size}\u00a0%`
}

export const digestEn: DigestTexts = {
  amount: (yuan) => (Math.abs(yuan) >= 1e9 ? billions(yuan) : `RMB ${decimals(yuan / 1e6, 2)} million`),
  figure: (value, unit) =>
    value === null ? 'no data' : unit === '%' ? percent(value) : unit === '家' ? decimals(value, 0) : billions(value),
  period: (month) => (monthOfYear(month) === 1 ? `January ${yearOf(month)}` : `January–${monthName(month)} ${yearOf(month)}`),
  month: (month) => `${monthName(month)} ${yearOf(month)}`,
  day: (day) => `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`,
  subject: ({ name, period, value, attainment, status }) =>
    `${name}, ${period}: ${value}${attainment === null ? '' : `, ${attainment}`} – ${status}`,
  subjectNoData: ({ name, period }) => `${name}, ${period}: no data yet`,
  subjectOwn: ({ name, period, state, problems }) =>
    `${name}, ${period}: ${state}${problems > 0 ? `, ${problems} to settle` : ''}`,
  heading: {
    county: (period) => `Progress of the plan, ${period}`,
    cluster: (name, period) => `${name}, ${period}`,
    own: (name) => `Reports of ${name}`,
  },
  completeness: (reported, expected, late) =>
    expected === 0 ? 'No report was expected.' : `${reported} of ${expected} enterprises have reported; late: ${late}.`,
  sections: {
    changes: 'What changed',
    targets: 'Targets',
    chart: 'The course of the year',
    clusters: 'Clusters',
    fields: 'Emerging fields',
    late: 'Not yet reported',
    problems: 'Problems waiting',
    milestones: 'Tasks due or late',
    own: 'Your reports',
  },
  ofTarget: (value, target) => `${value} of ${target}`,
  attainment: (share, thisYear) => `${share} of the ${thisYear ? "year's" : "plan's"} target`,
  trailing: 'over the trailing twelve months',
  held: (share) => `${share} of the target`,
  trailingPeriod: (month) => `twelve months to ${monthName(month)} ${yearOf(month)}`,
  pace: (ratio) => `pace ${ratio}`,
  forecast: (value, range) => `forecast of the year ${value}${range === null ? '' : ` (${range})`}`,
  needed: (value) => `${value} needed a month`,
  growth: (fraction) => (fraction === null ? '' : `${change(fraction)} year on year`),
  growthShort: (fraction) => (fraction === null ? '–' : change(fraction)),
  stretch: (target, attainment) => `stretch target ${target}, ${attainment} reached`,
  dueOn: (day) => `due ${day}`,
  noIndicators: 'No targets have been set.',
  tableColumns: { scope: 'Name', output: 'Output this year', growth: 'Year on year', reported: 'Reported' },
  noCluster: 'In no cluster',
  reportedOf: (reported, expected) => `${reported} of ${expected}`,
  milestoneColumns: { name: 'Task', owner: 'Responsible', dueOn: 'Due', state: 'State' },
  lateMark: 'late',
  noMilestones: 'No task is late or due within a month.',
  nobodyLate: 'Everybody has reported.',
  noProblems: 'No problem is waiting.',
  andMore: (count) => `and ${count} more in the workbook`,
  problem: ({ enterprise, period, severity, rule, place }) =>
    `${[enterprise, period].filter(Boolean).join(', ')}${enterprise || period ? ': ' : ''}${severity}, ${rule} (${place})`,
  openRow:
    "The enterprise's name and credit code in this row don't go together, or don't tell one enterprise. Please open the row and compare both with the register.",
  since: (asOf) => `Since the last digest, as of ${asOf}:`,
  quiet: (asOf) => `Nothing has changed since the last digest, as of ${asOf}.`,
  firstDigest: 'This is the first digest to you; from the next one on it says what changed.',
  change: {
    period: (from, to) => `The figures now cover ${to}; before, ${from}.`,
    indicator: (name, from, to) => `${name}: from ${from} to ${to}.`,
    slightly: (name, value) => `${name}: changed slightly, still ${value}.`,
    added: (name, value) => `${name}: new, ${value}.`,
    own: (from, to) => `Output this year: from ${from} to ${to}.`,
    reported: (name) => `${name}: has reported.`,
    late: (name) => `${name}: has not reported yet.`,
    none: 'no data',
  },
  ownState: {
    reported: (period) => `The report for ${period} has arrived and was accepted.`,
    late: (period) => `The report for ${period} has not arrived, or was not accepted yet.`,
    'not-expected': (period) => `No report is expected for ${period}.`,
  },
  ownStateShort: { reported: 'reported', late: 'not yet accepted', 'not-expected': 'no report expected' },
  ownOutput: (period) => `Industrial output, ${period}`,
  ownNone: 'No report of this year has been accepted yet.',
  open: 'Open the workbook',
  footer: {
    figures: (asOf, period, run) => `As of ${asOf}; figures for ${period}; run ${run}.`,
    computed:
      'Computed from the monthly rows that enterprises typed into the workbook and that were accepted; a missing row is never counted as 0. How:',
    computedShort: 'Computed from the monthly rows that you typed into the workbook and that were accepted; others do not count.',
    basis: (name, sentence) => `${name}: ${sentence}`,
    schedule: { weekly: 'This digest is sent every week.', monthly: 'This digest is sent every month.' },
    stopByReply: 'To stop receiving it, please reply to this message and say so.',
  },
}
