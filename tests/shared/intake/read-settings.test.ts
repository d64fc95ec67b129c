import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../shared/intake/read-settings.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { table } from './sheets.ts'

const read = (...pairs: [CellValue, CellValue][]) =>
  readSettings(
    table(
      'settings',
      pairs.map(([key, value]) => ({ key, value })),
    ),
  )

describe('readSettings', () => {
  test('an empty tab is the defaults', () => expect(read()).toEqual({ settings: DEFAULT_SETTINGS, problems: [] }))

  test.each<[CellValue, CellValue, object]>([
    ['timeZone', 'Asia/Urumqi', { timeZone: 'Asia/Urumqi' }],
    ['ＴＩＭＥzone ', 'Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
    ['language', 'English', { language: 'en' }],
    ['language', '中文', { language: 'zh-CN' }],
    ['janFeb', '分开', { janFeb: 'separate' }],
    ['dueDay', '15日', { dueDay: 15 }],
    ['dueDay', 31, { dueDay: 31 }],
    ['jump', '30%', { jump: 0.3 }],
    ['jump', '０．４', { jump: 0.4 }],
    ['shareCoverage', 0.9, { shareCoverage: 0.9 }],
    ['confidentiality', 'Shared', { confidentiality: 'shared' }],
    ['jump', null, {}],
    ['workingDays', '否', { workingDays: 'no' }],
    ['workingDays', true, {}],
    ['digestWeekday', 5, { digestWeekday: 5 }],
    ['reminderDaysBefore', '0', { reminderDaysBefore: 0 }],
    ['senderName', ' 县统计局\r\nBcc: x ', { senderName: '县统计局 Bcc: x' }],
    ['replyTo', 'office@example.cn', { replyTo: 'office@example.cn' }],
    ['mailsPerDay', 500, { mailsPerDay: 500 }],
  ])('%s = %s', (key, value, expected) => {
    expect(read([key, value])).toEqual({ settings: { ...DEFAULT_SETTINGS, ...expected }, problems: [] })
  })

  test.each<[CellValue, CellValue, string]>([
    ['timeZone', 'Jinan', 'B2'],
    ['workingDays', 'perhaps', 'B2'],
    ['digestWeekday', 8, 'B2'],
    ['reminderDaysAfter', 0, 'B2'],
    ['senderName', 'x'.repeat(101), 'B2'],
    ['replyTo', 'a@example.cn; b@example.cn', 'B2'],
    ['mailsPerDay', 100_000, 'B2'],
    ['language', 'Klingon', 'B2'],
    ['janFeb', true, 'B2'],
    ['dueDay', 0, 'B2'],
    ['dueDay', 10.5, 'B2'],
    ['dueDay', '约10', 'B2'],
    ['jump', -1, 'B2'],
    ['shareCoverage', 80, 'B2'],
    ['shareCoverage', '#REF!', 'B2'],
    ['colour', 'red', 'A2'],
    [null, 'red', 'A2'],
  ])('%s = %s is a problem, and the default holds', (key, value, cell) => {
    const { settings, problems } = read([key, value])
    expect(settings).toEqual(DEFAULT_SETTINGS)
    expect(problems.map((problem) => [problem.rule, problem.cell])).toEqual([['unreadable-entry', cell]])
  })

  test('a key typed twice is not guessed', () => {
    const { settings, problems } = read(['jump', 0.3], ['jump', 0.4], ['dueDay', 12])
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, dueDay: 12 })
    expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
      ['repeated-key', 2],
      ['repeated-key', 3],
    ])
  })
})
