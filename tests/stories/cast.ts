import type { CellValue } from '../../shared/model/tabs.ts'
import type { Say } from './story.ts'

/** The enterprises of the stories; all are invented. */
export const casting = (say: Say): string => say('沐霖铸造有限公司', 'Mulin Casting Co., Ltd.')
export const carbon = (say: Say): string => say('曜槐碳素有限公司', 'Yaohuai Carbon Co., Ltd.')
export const building = (say: Say): string => say('峤璞建材有限公司', 'Qiaopu Building Materials Ltd.')
export const ejiao = (say: Say): string => say('苡笙阿胶有限公司', 'Yisheng Ejiao Co., Ltd.')

export const everybody = (say: Say): string[] => [casting, carbon, building, ejiao].map((name) => name(say))

/** A row of Submissions without the optional columns but the month's output. */
export const report = (period: string, enterprise: string, outputYtd: number, outputMonth: number | null = null): CellValue[] => [
  period,
  enterprise,
  null,
  outputYtd,
  outputMonth,
  null,
  null,
  null,
]

/** February to May of an enterprise whose months are much alike: rows 2 to 5. */
export const ordinaryMonths = (enterprise: string): CellValue[][] => [
  report('2025-02', enterprise, 8412.5),
  report('2025-03', enterprise, 12906.4, 4493.9),
  report('2025-04', enterprise, 17360.25, 4453.85),
  report('2025-05', enterprise, 21846, 4485.75),
]

/** Columns of Submissions that no story is about: credit code, last year's output, value added. */
export const OPTIONAL = ['C', 'F', 'G'] as const
