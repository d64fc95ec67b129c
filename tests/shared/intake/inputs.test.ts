import { describe, expect, test } from 'vitest'
import { tenThousandFromYuan } from '../../../shared/model/money.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { CLEAN, INPUTS, REGISTER, type RowCase } from './inputs.table.ts'
import { judge } from './sheets.ts'

const shown = (row: RowCase): string => `${JSON.stringify(row.cells).slice(0, 80)} is ${row.verdict}`

test('every row of the list is there once, in order', () => {
  expect(INPUTS.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`))
})

const IN_BOTH = INPUTS.flatMap((input) =>
  (['zh-CN', 'en'] as const).map((language) => ({ ...input, language, texts: textsFor(language) })),
)

describe.each(IN_BOTH)('$id $input ($language)', ({ cases, language, texts }) => {
  for (const each of cases) {
    if ('gives' in each) {
      test(each.what, () => expect(each.gives()).toEqual(each.expected))
      continue
    }
    test(shown(each), () => {
      const row = judge([{ ...CLEAN, ...each.cells }], { register: REGISTER, language }).rows[0]!
      expect({ verdict: row.verdict, rules: row.problems.map(({ rule }) => rule) }).toEqual({
        verdict: each.verdict,
        rules: each.rules ?? row.problems.map(({ rule }) => rule),
      })
      const counted = row.submission ? tenThousandFromYuan(row.submission.outputYtdYuan) : null
      expect(counted).toBe(each.value ?? null)
      // Whatever is said names the cell and quotes it.
      for (const problem of row.problems) {
        expect(problem.cell).toMatch(/^[A-H]2$/)
        // The sentence around what was read.
        const words = texts.rules.advice[problem.rule](problem).replaceAll(problem.read || '\u0000', '')
        expect(words).toMatch(language === 'en' ? /^[^\u{ff0c}\u3002]{15,}[.?]$/u : /[\u4e00-\u9fff].*。$/su)
        expect(words).not.toMatch(/undefined|null|NaN/)
      }
    })
  }
})
