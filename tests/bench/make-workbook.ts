import { realWorld, workbookMakerOf, workbookOf } from '../../functions/world.ts'
import { setUp } from '../../shared/jobs/set-up.ts'
import { formatMonth, monthOf } from '../../shared/model/month.ts'
import type { CellValue } from '../../shared/model/tabs.ts'
import { OUTPUT_TARGET } from '../support/output-target.ts'
import { rowOf } from '../support/row-of.ts'

const NAME = ['平阴', '鲁中', '齐鲁', '玫城', '云翠', '汇泉', '锦水', '孔村']
const LINE = ['铸造', '碳素', '建材', '食品', '机械', '电子']

/** A workbook with as many clean rows, as a county's would be: five years of months, growing. */
export async function makeWorkbook(googleUrl: string, rows: number): Promise<string> {
  const enterprises = Math.max(170, Math.ceil(rows / 59))
  const register: CellValue[][] = Array.from({ length: enterprises }, (_, index) => [
    `${NAME[index % 8]}${LINE[index % 6]}${index + 1}有限公司`,
    null,
    null,
    ['casting', 'carbon', 'building', 'rose-ejiao'][index % 4]!,
  ])
  const submissions: CellValue[][] = []
  for (let month = monthOf(2021, 1); submissions.length < rows; month++)
    for (let index = 0; index < enterprises && submissions.length < rows; index++) {
      const inYear = (month % 12) + 1
      const monthly = 800 + ((index * 37) % 1900) + (month - monthOf(2021, 1)) * 5
      const total = Math.round(monthly * inYear * 100) / 100
      submissions.push([formatMonth(month), register[index]![0]!, null, total, null, null, Math.round(total * 25) / 100, null])
    }
  const spreadsheetId = await workbookMakerOf({ googleUrl }).create('bench', 'zh_CN', 'Asia/Shanghai')
  await setUp(
    {
      language: 'zh-CN',
      created: true,
      sample: {
        submissions,
        enterprises: register,
        settings: [
          ['janFeb', 'separate', null],
          ['confidentiality', 'shared', null],
        ],
        targets: [
          rowOf('targets', { ...OUTPUT_TARGET, target: 500, unit: '亿元', startsOn: '2021', dueOn: '2025' }),
          rowOf('targets', {
            key: 'casting',
            nameZh: '智能铸造',
            nameEn: 'Casting',
            measure: 'output',
            scope: 'cluster:casting',
            kind: 'reach',
            target: 100,
            stretch: 120,
            unit: '亿元',
            startsOn: '2021',
            dueOn: '2026',
          }),
        ],
        clusters: [['casting', '智能铸造', 'Casting', null]],
      },
    },
    { ...realWorld(false), workbook: workbookOf({ googleUrl, spreadsheetId }) },
  )
  return spreadsheetId
}
