import { describe, expect, test } from 'vitest'
import { tenThousandFromYuan } from '../../../shared/model/money.ts'
import { CLEAN, INPUTS, REGISTER, type RowCase } from './inputs.table.ts'
import { judge } from './sheets.ts'

const shown = (row: RowCase): string => `${JSON.stringify(row.cells).slice(0, 80)} is ${row.verdict}`

test('every row of the list is there once, in order', () => {
  expect(INPUTS.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`))
})

describe.each(INPUTS)('$id $input', ({ cases }) => {
  for (const each of cases) {
    if ('gives' in each) {
      test(each.what, () => expect(each.gives()).toEqual(each.expected))
      continue
    }
    test(shown(each), () => {
      const row = judge([{ ...CLEAN, ...each.cells }], { register: REGISTER }).rows[0]!
      expect({ verdict: row.verdict, rules: row.problems.map(({ rule }) => rule) }).toEqual({
        verdict: each.verdict,
        rules: each.rules ?? row.problems.map(({ rule }) => rule),
      })
      const counted = row.submission ? tenThousandFromYuan(row.submission.outputYtdYuan) : null
      expect(counted).toBe(each.value ?? null)
      // Whatever is said names the cell and quotes it.
      for (const problem of row.problems) expect(problem.cell).toMatch(/^[A-H]2$/)
    })
  }
})
