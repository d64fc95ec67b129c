import type { Language } from '../../model/language.ts'
import { nameIn } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'
import { enterpriseAt } from './enterprises.ts'

/** The four clusters, with their leaders where the plan names one. */
export const clusterRows = (language: Language): CellValue[][] => [
  ['casting', '智能铸造', 'Intelligent casting', nameIn(enterpriseAt('casting', 0).name, language)],
  ['carbon', '碳素电极（预焙阳极）', 'Carbon electrode and pre-baked anode', null],
  [
    'building',
    '绿色建材和装配式建筑',
    'Green building materials and prefabricated building',
    nameIn(enterpriseAt('building', 0).name, language),
  ],
  ['rose-ejiao', '玫瑰阿胶、健康和特色食品', 'Rose and ejiao, health and characteristic food', null],
]

/** Who gets the digest; all addresses are of a domain that takes no mail. */
export function recipientRows(language: Language): CellValue[][] {
  const firm = nameIn(enterpriseAt('casting', 1).name, language)
  const rows: readonly (readonly [
    email: string,
    zh: string,
    en: string,
    audience: string,
    schedule: string,
    onlyIfChanged: boolean,
    active: boolean,
  ])[] = [
    ['county-leader@example.test', '县政府办公室', 'County office', 'county', 'monthly', false, true],
    ['industry-bureau@example.test', '县工业和信息化局', 'Bureau of industry', 'county', 'weekly', false, true],
    ['statistics@example.test', '县统计局', 'Bureau of statistics', 'county', 'weekly', true, true],
    ['casting-office@example.test', '铸造专班', 'Casting office', 'cluster:casting', 'monthly', true, true],
    ['carbon-office@example.test', '碳素专班', 'Carbon office', 'cluster:carbon', 'monthly', true, true],
    ['building-office@example.test', '建材专班', 'Building office', 'cluster:building', 'monthly', true, true],
    [enterpriseAt('casting', 1).email, '企业统计员', "An enterprise's clerk", `enterprise:${firm}`, 'monthly', true, true],
    ['former-colleague@example.test', '已调离人员', 'A colleague who left', 'county', 'weekly', false, false],
  ]
  // A mail's language is its reader's, whatever the workbook's.
  const other = language === 'zh-CN' ? 'en' : 'zh-CN'
  const guest = ['investment-office@example.test', '招商联络处', 'Investment office', 'county', 'monthly', false, true] as const
  return [...rows, guest].map(([email, zh, en, audience, ...rest], index) => [
    email,
    language === 'zh-CN' ? zh : en,
    audience,
    index < rows.length ? language : other,
    ...rest,
  ])
}

/** What differs from the defaults, and what people look for first. */
export const settingRows = (language: Language): CellValue[][] => [
  ['timeZone', 'Asia/Shanghai', null],
  ['language', language, null],
  ['janFeb', 'merged', null],
  ['dueDay', 10, null],
  ['confidentiality', 'shared', null],
]
