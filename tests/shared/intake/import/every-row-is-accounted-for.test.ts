import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enterprise } from '../../../support/enterprise.ts'
import { asExisting, CUMULATIVE, MONTHLY, planOf } from './import-case.ts'

const month = fc.constantFrom('202301', '2023-02', '2023/3', '2023-12', '2024-01', '2024-02', 'soon')
const figure = fc.oneof(
  fc.integer({ min: -50, max: 5000 }).map((hundredths) => hundredths / 100),
  fc.constantFrom(null, '约3', '1,200'),
)
const row = fc.tuple(month, fc.constantFrom('A', 'B', 'C', ''), figure).map((cells) => [...cells])
const anyCase = {
  map: fc.constantFrom(MONTHLY, CUMULATIVE),
  janFeb: fc.constantFrom('merged' as const, 'separate' as const),
  rows: fc.array(row, { maxLength: 40 }),
}

test('every row of a file is added, unchanged, folded, repeated, or rejected with a problem', () => {
  fc.assert(
    fc.property(fc.record(anyCase), ({ map, janFeb, rows }) => {
      const plan = planOf(map, rows, { janFeb })
      const rejected = new Set(plan.problems.filter(({ severity }) => severity === 'rejected').map((problem) => problem.row))
      expect(plan.submissions.length + plan.unchanged + plan.folded + plan.repeated + rejected.size).toBe(plan.read)
    }),
  )
})

test('importing twice adds nothing', () => {
  fc.assert(
    fc.property(fc.record(anyCase), ({ map, janFeb, rows }) => {
      const once = planOf(map, rows, { janFeb })
      const register = once.enterprises.map(([name], id) => enterprise(id, String(name)))
      const again = planOf(map, rows, { janFeb, register, addEnterprises: true, existing: asExisting(once) })
      expect(again).toMatchObject({ submissions: [], enterprises: [], unchanged: once.submissions.length })
    }),
  )
})
