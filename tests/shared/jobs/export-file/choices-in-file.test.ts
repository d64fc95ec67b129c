import { expect, test } from 'vitest'
import { gatherChoices } from '../../../../shared/jobs/export-file/choices-in-file.ts'

const gather = () =>
  gatherChoices((title) =>
    title === "Li's list" ? { name: "Li's list", rowCount: 50 } : title === 'Plain' ? { name: 'Plain_', rowCount: 9 } : undefined,
  )
const list = (...values: string[]) => ({
  condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
})
const range = (text: string) => ({ condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: text }] } })

test('cells below one another with the same rule make one, others begin anew', () => {
  const choices = gather()
  for (const row of [1, 2, 3, 5]) choices.add(row, 0, list('a', 'b'))
  choices.add(6, 0, list('c'))
  choices.add(1, 1, list('a', 'b'))
  expect(choices.take().map(([place, { formulae }]) => [place, formulae?.[0]])).toEqual([
    ['A2:A4', '"a,b"'],
    ['A6', '"a,b"'],
    ['A7', '"c"'],
    ['B2', '"a,b"'],
  ])
  expect(choices.take()).toEqual([])
})

test.each([
  ["='Li''s list'!$A$2:$A", "'Li''s list'!$A$2:$A$50"],
  ['=Plain!$A$2:$B$4', "'Plain_'!$A$2:$B$4"],
  ['Plain!C:C', "'Plain_'!$C$1:$C$9"],
])('%s', (text, formula) => {
  const choices = gather()
  choices.add(0, 0, range(text))
  expect(choices.take()).toMatchObject([['A1', { type: 'list', formulae: [formula] }]])
})

test('a range in a sheet that is gone, a rule that is no list and an empty list make no drop-down', () => {
  const choices = gather()
  choices.add(0, 0, range('=Gone!A1:A2'))
  choices.add(1, 0, { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1' }] } })
  choices.add(2, 0, list())
  expect(choices.take()).toEqual([])
})

test('words that a rule cannot hold go to lists, each once', () => {
  const choices = gather()
  choices.add(0, 0, list('a,b', 'c'))
  choices.add(2, 0, list('x'.repeat(300)))
  choices.add(4, 0, { ...list('a,b', 'c'), strict: true })
  expect(choices.take().map(([, { formulae }]) => formulae?.[0])).toEqual([
    "'_lists'!$A$1:$A$2",
    "'_lists'!$B$1:$B$1",
    "'_lists'!$A$1:$A$2",
  ])
  expect(choices.lists).toEqual([['a,b', 'c'], ['x'.repeat(300)]])
})
