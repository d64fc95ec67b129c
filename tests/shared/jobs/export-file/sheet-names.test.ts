import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetNames } from '../../../../shared/jobs/export-file/sheet-names.ts'

const namesOf = (titles: readonly string[]) => [...sheetNames(titles.map((title, sheetId) => ({ title, sheetId }))).values()]

describe('the names of sheets in a file', () => {
  test.each([
    [
      ['月度填报', 'Summary'],
      ['月度填报', 'Summary'],
    ],
    [['History'], ['History_']],
    [
      ['a/b', 'a?b'],
      ['a_b', 'a_b~2'],
    ],
    [["'quoted'"], ['_quoted_']],
    [['_lists'], ['_lists~2']],
    [
      ['x'.repeat(40), 'x'.repeat(41)],
      ['x'.repeat(31), `${'x'.repeat(28)}~2`],
    ],
    [
      ['ABC', 'abc'],
      ['ABC', 'abc~2'],
    ],
  ])('%j', (titles, names) => {
    expect(namesOf(titles)).toEqual(names)
  })

  test('whatever the titles: allowed, short, and no two alike', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), { maxLength: 12 }), (titles) => {
        const names = namesOf(titles)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[*?:!\\/[\]]|^'|'$/)
          expect(name.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
