import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../shared/model/tabs.ts'
import { type Texts, textsFor } from '../../shared/model/texts/texts.ts'
import { STORIES } from './all.ts'
import { play } from './play.ts'
import type { Sheet } from './read-sheet.ts'
import { type ShownRow, sayIn } from './story.ts'

// docs/stories.md tells these to people; the steps are tables in the files beside this one.

const STATUS = COLUMNS.submissions.indexOf('status')

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  const { workbook } = textsFor(language)
  test.each(STORIES.map((told) => [told(sayIn(language)).title, told] as const))('%s', async (_title, told) => {
    for await (const { step, sheet } of play(told, language)) {
      const shown = filledRows(sheet)
      for (const [row, texts] of shown) {
        const expected: ShownRow = step.shows.find(([listed]) => listed === row) ?? [row, '', 'accepted']
        const [, holds, status, ...says] = expected
        const at = `${step.what}, row ${row}: ${texts.join(' | ')}`
        expect(texts.join('|'), at).toContain(holds)
        expect(texts[STATUS], at).toBe(wordOf(status, workbook))
        const message = texts[STATUS + 1] ?? ''
        for (const part of says) expect(message, at).toContain(part)
        if (says.length === 0) expect(message, at).toBe('')
      }
      expect(step.shows.map(([row]) => row).filter((row) => !shown.has(row))).toEqual([])
    }
  })
})

const wordOf = (status: ShownRow[2], { verdict, edited, notYetJudged }: Texts['workbook']): string =>
  ({ ...verdict, edited, notYetJudged })[status]

/** The texts that the rows below the header show, by row number. */
function filledRows({ data }: Sheet): Map<number, string[]> {
  const rows = (data?.[0]?.rowData ?? []).map(({ values }) => (values ?? []).map(({ formattedValue }) => formattedValue ?? ''))
  const numbered = rows.map((texts, index) => [index + 1, texts] as const)
  return new Map(numbered.slice(1).filter(([, texts]) => texts.some((text) => text !== '')))
}
