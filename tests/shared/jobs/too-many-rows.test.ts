import { afterEach, expect, test } from 'vitest'
import type { Failure } from '../../../shared/errors.ts'
import { type CellValue, COLUMNS } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'

const MOST = 20
const SUBMISSIONS = textsFor('en').workbook.tab.submissions
const ENTERPRISES = textsFor('en').workbook.tab.enterprises

const enterprise = (index: number): CellValue[] => [`Foundry ${index}`, null, null, null]
const submission = (index: number): CellValue[] => [
  `2025-0${2 + (index % 2)}`,
  `Foundry ${Math.floor(index / 2)}`,
  null,
  10 * (1 + (index % 2)),
  null,
  null,
  null,
  null,
]
const rows = <T>(count: number, row: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => row(index))

let county: County
afterEach(() => county?.close())
const start = async (submissions: number, mostRows = MOST) => {
  county = await startCounty({
    language: 'en',
    enterprises: rows(10, enterprise),
    submissions: rows(submissions, submission),
    mostRows,
  })
}

const type = (sheet: string, cell: string, value: string) =>
  expect(county.apis.editors.apply({ edits: [{ kind: 'editCell', sheet, cell, value }] })).toBe(0)
const refusal = (): Promise<Failure> =>
  county.recalculate().then(
    () => Promise.reject(new Error('it went through')),
    (failure) => failure,
  )
const rangesRead = () =>
  county.apis.requests.entries
    .filter(({ path }) => path.endsWith('/values:batchGet'))
    .map(({ query }) => new URLSearchParams(query).getAll('ranges'))

test('as many rows as the process can hold are taken, in a sheet that is longer; Runs warns in time', async () => {
  await start(MOST)
  const { rows, run } = await county.recalculate()
  expect(rows.read).toBe(MOST)
  // The verdicts' formula fills the sheet to its end: what lies beyond the limit isn't read.
  expect(rangesRead().at(-1)).toContain(`'${SUBMISSIONS}'!1:${MOST + 1}`)
  expect(run.warnings).toEqual([`${MOST} rows of at most ${MOST}: the program's operator should raise its limit soon`])
})

test('four fifths are no reason to warn', async () => {
  await start(16)
  expect((await county.recalculate()).run.warnings).toEqual([])
})

test('one more is refused before it is read: Summary, Runs and the log say so, and no figure changes (F12)', async () => {
  await start(MOST)
  await county.recalculate()
  const summary = await county.show('summary')
  const problems = await county.show('problems')
  const history = await county.show('history')
  type(SUBMISSIONS, `A${MOST + 2}`, '2025-03')
  county.apis.requests.clear()

  const failure = await refusal()
  expect(failure).toMatchObject({ code: 'too-large', facts: { tab: SUBMISSIONS, rows: '21', most: '20' } })
  // Parts that can be held, to the end of the sheet, in no column of the program's; and nothing else.
  const parts = rangesRead().flat()
  expect(parts.slice(0, 2)).toEqual([`'${SUBMISSIONS}'!A22:D41`, `'${SUBMISSIONS}'!A42:D61`])
  expect(new Set(parts.map((range) => range.replace(/A\d+:D\d+$/, '')))).toEqual(new Set([`'${SUBMISSIONS}'!`]))
  expect(county.logged).toContainEqual({
    severity: 'error',
    event: 'recalculation failed',
    fields: { run: expect.any(String), code: 'too-large', rows: '21', most: '20' },
  })
  const [banner] = (await county.show('summary'))[1]!
  expect(banner).toContain('has 21 rows, and the program can take 20')
  expect((await county.show('summary')).toSpliced(1, 1)).toEqual(summary.toSpliced(1, 1))
  expect([await county.show('problems'), await county.show('history')]).toEqual([problems, history])
  const [, newest] = await county.show('runs')
  expect(newest![COLUMNS.runs.indexOf('result')]).toContain('has 21 rows')
})

test('the next run takes all again, once the limit is raised or the row is gone', async () => {
  await start(MOST)
  type(SUBMISSIONS, `A${MOST + 2}`, '2025-03')
  await refusal()
  type(SUBMISSIONS, `A${MOST + 2}`, '')
  expect((await county.recalculate()).rows.read).toBe(MOST)
  expect((await county.show('summary'))[1]![0]).not.toContain('has 21 rows')
})

test('a row without anything in its first column counts too', async () => {
  await start(MOST)
  type(SUBMISSIONS, `B${MOST + 3}`, 'Foundry 1')
  expect(await refusal()).toMatchObject({ code: 'too-large', facts: { rows: '22' } })
})

test('rows far below, after an empty stretch, count too', async () => {
  await start(MOST)
  type(SUBMISSIONS, 'A900', '2025-03')
  expect(await refusal()).toMatchObject({ code: 'too-large', facts: { rows: '899' } })
})

test('a register that is too long is refused as well', async () => {
  await start(MOST)
  type(ENTERPRISES, 'A30', 'Foundry 99')
  expect(await refusal()).toMatchObject({ code: 'too-large', facts: { tab: ENTERPRISES, rows: '29' } })
})

test('no request more where the sheets are no longer than what can be held', async () => {
  await start(MOST, 100_000)
  expect((await county.recalculate()).run.requests).toEqual({ read: 2, write: 1 })
})
