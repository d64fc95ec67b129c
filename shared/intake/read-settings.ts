import { IANAZone } from 'luxon'
import type { Problem } from '../model/problem.ts'
import { DEFAULT_SETTINGS, SETTING_KEYS, Settings } from '../model/settings.ts'
import type { CellValue } from '../model/tabs.ts'
import { cleanText, foldWidth, isBlank, keptText, textOf } from './clean-text.ts'
import { entryReader } from './entry-reader.ts'
import { LANGUAGE_LABELS, labelsOf, readLabel, YES_NO_LABELS } from './labels.ts'
import { readEmail } from './read-email.ts'
import { readNumber } from './read-number.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { rowsOf, type Table } from './table.ts'

type SettingKey = keyof Settings

const NO_SPELLINGS = Object.fromEntries(SETTING_KEYS.map((key) => [key, []])) as unknown as Record<SettingKey, readonly string[]>
const KEY_LABELS = labelsOf(SETTING_KEYS, NO_SPELLINGS)

const JAN_FEB_LABELS = labelsOf(['merged', 'separate'] as const, {
  merged: ['合并', '合并报送'],
  separate: ['分开', '分月', '单独'],
})
const CONFIDENTIALITY_LABELS = labelsOf(['unset', 'shared', 'separate'] as const, {
  unset: ['未设置', '未定'],
  shared: ['共享', '公开', '共用'],
  separate: ['分开', '分表', '单独'],
})

interface ReadSetting {
  row: number
  key: SettingKey
  value: Settings[SettingKey]
}

/**
 * Reads the tab Settings. A key that is unknown, a value that can't be read, and a key typed twice are problems, and the default holds;
 * a blank value is the default.
 */
export function readSettings(table: Table): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = []
  const read: ReadSetting[] = []
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const key = entry.required('key') === '' ? undefined : readLabel(KEY_LABELS, entry.cell('key'))
    if (key === undefined) {
      if (!entry.isFaulty()) entry.fault('key', 'choice', { choices: SETTING_KEYS.join(', ') })
      continue
    }
    const cell = entry.cell('value')
    if (isBlank(cell)) continue
    const value = settingOf(key, cell)
    if (value === undefined) entry.fault('value', 'setting', { key, used: String(DEFAULT_SETTINGS[key]) })
    else read.push({ row, key, value })
  }
  const repeated = repeatedKeys(table, 'key', read, ({ key }) => key)
  const ignored = new Set(repeated.map(({ row }) => row))
  const used = read.filter(({ row }) => !ignored.has(row)).map(({ key, value }) => [key, value])
  return { settings: { ...DEFAULT_SETTINGS, ...Object.fromEntries(used) }, problems: [...problems, ...repeated] }
}

/** The value as the schema of the setting takes it, or undefined. */
function settingOf(key: SettingKey, cell: CellValue): Settings[SettingKey] | undefined {
  const parsed = Settings.shape[key].safeParse(typedValue(key, cell))
  return parsed.success ? parsed.data : undefined
}

function typedValue(key: SettingKey, cell: CellValue): unknown {
  switch (key) {
    // An empty default is not what somebody meant who typed something unreadable: null fails every schema.
    case 'timeZone':
      return IANAZone.isValidZone(keptText(cell)) ? keptText(cell) : null
    case 'language':
      return readLabel(LANGUAGE_LABELS, cell) ?? null
    case 'janFeb':
      return readLabel(JAN_FEB_LABELS, cell) ?? null
    case 'confidentiality':
      return readLabel(CONFIDENTIALITY_LABELS, cell) ?? null
    case 'workingDays':
      return readLabel(YES_NO_LABELS, cell) ?? null
    case 'senderName':
      return cleanText(textOf(cell).slice(0, 1000))
    case 'replyTo':
      return readEmail(cell) ?? null
    default:
      return numberOf(cell)
  }
}

/** `0.5`, `50%`, `10日`. */
function numberOf(cell: CellValue): number | null {
  const text = foldWidth(textOf(cell).slice(0, 100))
  const reading = readNumber(typeof cell === 'string' ? text.replace(/ ?[日号]$/, '') : cell, '%')
  if (reading.kind !== 'value') return null
  return text.endsWith('%') ? Number(`${reading.value}e-2`) : reading.value
}
