import { describe, expect, test } from 'vitest'
import {
  FIELD_LABELS,
  KIND_LABELS,
  type Labels,
  MEASURE_LABELS,
  readLabel,
  SCOPE_LABELS,
  STATE_LABELS,
  TITLE_LABELS,
  UNIT_LABELS,
} from '../../../../shared/intake/labels.ts'
import type { ColumnKey, TableKey } from '../../../../shared/model/tabs.ts'
import { ALL_TEXTS } from '../../../../shared/model/texts/texts.ts'
import { columnChoices } from '../../../../shared/report/template/choices.ts'

describe.each(ALL_TEXTS)('what the drop-downs offer in $language is what intake reads', (texts) => {
  test.each<[TableKey, ColumnKey, Labels<string>]>([
    ['enterprises', 'emergingField', FIELD_LABELS],
    ['titles', 'title', TITLE_LABELS],
    ['targets', 'measure', MEASURE_LABELS],
    ['targets', 'scope', SCOPE_LABELS],
    ['targets', 'kind', KIND_LABELS],
    ['targets', 'unit', UNIT_LABELS],
    ['milestones', 'state', STATE_LABELS],
  ])('%s %s', (tab, column, labels) => {
    const choices = columnChoices(tab, column, [], texts)
    if (choices?.from !== 'words') throw new Error('a list was expected')
    for (const [key, word] of choices.words) {
      const [title] = /^title:(.+)$/.exec(key)?.slice(1) ?? []
      if (title) expect(readLabel(TITLE_LABELS, word.replace(/^(?:title|称号)\s*[:：]\s*/, ''))).toBe(title)
      else expect(readLabel(labels, word)).toBe(key)
    }
    for (const value of new Set(labels.values())) expect(choices.words.map(([key]) => key)).toContain(value)
  })
})
