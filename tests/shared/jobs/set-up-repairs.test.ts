import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { BREAKAGES, type Breakage } from './set-up-breakages.ts'
import { type MadeWorkbook, makeSmallWorkbook } from './set-up-workbook.ts'

let book: MadeWorkbook
afterEach(() => book.apis.close())

async function expectMended(breakages: readonly Breakage[]): Promise<void> {
  const before = await book.bodies()
  for (const breakage of breakages) breakage.break(book)
  expect((await book.check()).ok).toBe(false)
  const document = await book.setUp()
  for (const { says } of breakages) expect(document.repaired.join('\n')).toMatch(says)
  const after = await book.bodies()
  const lost = new Set(breakages.flatMap((each) => each.lost ?? []).map(([tab, header]) => `${tab} ${header}`))
  for (const [tab, columns] of Object.entries(before))
    for (const [header, values] of Object.entries(columns))
      if (!lost.has(`${tab} ${header}`)) expect(after[tab]?.[header], `${tab} ${header}`).toEqual(values)
  // Rows that name what was deleted with the register can't be read, and only people can mend that.
  const { findings } = await book.check()
  expect(findings.filter(({ check, ok }) => !ok && check !== 'registers')).toEqual([])
  expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
}

describe('what people break is put right, said, and no figure changes', () => {
  test.each(BREAKAGES)('$name', async (breakage) => {
    book = await makeSmallWorkbook('en')
    await expectMended([breakage])
  })
})

test('an emptied or changed header is that of the same figures afterwards', async () => {
  book = await makeSmallWorkbook('en')
  const before = await book.bodies()
  for (const name of ['a header is emptied', 'a header says something else']) {
    BREAKAGES.find((each) => each.name === name)!.break(book)
    await book.setUp()
    expect(await book.bodies()).toEqual(before)
  }
})

test('a workbook that several things happened to', async () => {
  // Each of these leaves the cells where the others look for them.
  const together = BREAKAGES.filter(({ name }) =>
    /tab is deleted|mark of|note|look|drop-down|hidden|frozen|protect|colour|fence|setting/.test(name),
  )
  await fc.assert(
    fc.asyncProperty(fc.subarray([...together], { minLength: 2 }), async (breakages) => {
      book = await makeSmallWorkbook('en')
      for (const { break: happen } of breakages)
        try {
          happen(book)
        } catch {
          // One of the others took away what it would have broken.
        }
      const before = await book.bodies()
      await book.setUp()
      const after = await book.bodies()
      for (const [tab, columns] of Object.entries(before)) if (tab !== 'settings') expect(after[tab]).toEqual(columns)
      expect(await book.setUp()).toMatchObject({ repaired: [], requests: { write: 0 } })
      await book.apis.close()
    }),
    { numRuns: 8 },
  )
})
