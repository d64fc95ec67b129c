import type { Language } from '../../model/language.ts'
import { nameIn } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'
import { enterpriseAt } from './enterprises.ts'

/** Titles of invented enterprises, some of them expired. */
export function titleRows(language: Language): CellValue[][] {
  const [province, nation] = language === 'zh-CN' ? ['省级', '国家级'] : ['provincial', 'national']
  const granted = [
    ['casting', 1, 'single-champion', nation, '2022-11-18', '2025-11-17'],
    ['casting', 2, 'single-champion', province, '2021-12-10', '2027-12-09'],
    ['carbon', 1, 'single-champion', province, '2023-11-24', '2026-11-23'],
    ['emerging', 5, 'single-champion', province, '2024-12-06', '2027-12-05'],
    ['emerging', 3, 'gazelle', province, '2021-08-20', '2024-08-19'],
    ['emerging', 7, 'gazelle', province, '2023-08-25', '2026-08-24'],
    ['emerging', 8, 'gazelle', province, '2025-08-22', null],
    ['rose-ejiao', 2, 'gazelle', province, '2022-09-02', '2025-09-01'],
    ['building', 4, 'gazelle', province, '2024-08-30', '2027-08-29'],
    ...[1, 3, 5, 6].map(
      (place) => ['casting', place, 'specialised', province, `202${place}-07-15`, `203${place}-07-14`] as const,
    ),
    ...[2, 4].map((place) => ['carbon', place, 'specialised', province, `202${place}-07-15`, null] as const),
    ...[3, 4, 5, 9, 11, 12].map(
      (place) => ['emerging', place, 'specialised', province, `202${1 + (place % 5)}-07-15`, null] as const,
    ),
    ...[1, 5].map((place) => ['building', place, 'specialised', province, `2023-0${place + 2}-15`, null] as const),
    ['emerging', 3, 'specialised', nation, '2024-09-02', '2027-09-01'],
  ] as const
  return granted.map(([group, place, ...title]) => [nameIn(enterpriseAt(group, place).name, language), ...title])
}
