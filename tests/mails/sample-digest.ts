import { listProblems } from '../../shared/jobs/list-problems.ts'
import type { Chart } from '../../shared/model/chart.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Language } from '../../shared/model/language.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import type { DigestInput } from '../../shared/report/digest/digest-content.ts'
import { judgedSample } from '../shared/jobs/sample/judged-sample.ts'

/** What a digest of the sample county is composed from, on a day; for the whole county unless told otherwise. */
export function sampleInput(language: Language, asOf?: Day): DigestInput {
  const { judged, progress, problems, register, plan } = judgedSample(language, asOf)
  return {
    workbook: {
      title: language === 'zh-CN' ? '平阴县“工业强县”进度台账（示例）' : 'Pingyin county, progress of the plan (sample)',
      url: 'https://docs.google.com/spreadsheets/d/sample/edit',
      sheetIds: { submissions: 101, enterprises: 102, targets: 105, milestones: 106, problems: 110, settings: 108, titles: 103 },
    },
    progress,
    register,
    plan,
    submissions: judged.submissions.filter(({ month }) => month <= progress.period),
    problems: listProblems({ ...judged, problems, register }),
    audience: { of: 'county' },
    schedule: 'monthly',
    since: null,
    runId: '20260115-083000-4f2a',
  }
}

/** The county's cumulative output of the year as the digest's chart. */
export function sampleChart({ progress }: DigestInput, language: Language): Chart {
  const values = progress.course.months.map(({ cumulative }) => (cumulative === null ? null : cumulative / 1e8))
  const zh = language === 'zh-CN'
  const newest = values.findLast((value) => value !== null) ?? null
  return {
    key: 'cumulative',
    title: zh ? '本年累计产值（亿元）' : 'Output this year (100 million yuan)',
    unit: zh ? '亿元' : '100 million yuan',
    categories: progress.course.months.map((_, index) => String(index + 1)),
    series: [{ name: textsFor(language).summary.output, role: 'actual', shape: 'line', values }],
    alternative: zh
      ? `折线图：本年累计产值，最新为 ${newest?.toFixed(2) ?? '–'} 亿元。`
      : `Line chart: output this year, newest ${newest?.toFixed(2) ?? '–'} hundred million yuan.`,
  }
}
