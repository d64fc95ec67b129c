import { afterEach, expect, test } from 'vitest'
import type { PersonEdit } from '../../../infra/local/google-apis/editors.ts'
import type { Failure } from '../../../shared/errors.ts'
import { type CellValue, COLUMNS } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'
import { crowdedCounty } from '../../support/crowded-county.ts'

let county: County
afterEach(() => county?.close())

const STATUS = COLUMNS.submissions.indexOf('status')
const statusOf = (rows: CellValue[][], row: number) => rows[row - 1]?.[STATUS] ?? ''

test.each(['zh-CN', 'en'] as const)('reads, judges, measures and writes back in three requests (%s)', async (language) => {
  county = await startCounty({ language })
  const words = textsFor(language)
  const { run, rows, completeness, indicators } = await county.recalculate()
  expect(run.requests).toEqual({ read: 2, write: 1 })
  expect(run).toMatchObject({ period: '2025-03', asOf: '2025-04-15', changed: true, warnings: [] })
  expect(rows).toEqual({ read: 6, accepted: 6, noted: 0, held: 0, rejected: 0, hidden: 0 })
  expect(completeness).toEqual({ expected: 3, reported: 3, carried: 0, missing: 0, late: [] })
  // (10 + 20 + 30) * 2 ten thousand yuan.
  expect(indicators).toMatchObject([{ key: 'output', value: 1_200_000, target: 5_000_000, attainment: 0.24 }])

  const submissions = await county.show('submissions')
  for (let row = 2; row <= 7; row++) expect(statusOf(submissions, row)).toBe(words.workbook.verdict.accepted)
  expect(statusOf(submissions, 8)).toBe('')
  const summary = (await county.show('summary')).flat()
  expect(summary).toContain(words.summary.title)
  expect(summary.some((cell) => String(cell).includes(run.id))).toBe(true)
  expect((await county.show('history'))[1]).toContain(1_200_000)
})

test('a second run with the same rows writes one row to Runs and nothing else', async () => {
  county = await startCounty()
  await county.recalculate()
  const before = await Promise.all((['summary', 'problems', 'history', 'status'] as const).map((tab) => county.show(tab)))
  const { run } = await county.recalculate()
  expect(run.changed).toBe(false)
  expect(await Promise.all((['summary', 'problems', 'history', 'status'] as const).map((tab) => county.show(tab)))).toEqual(
    before,
  )
  expect(await county.show('runs')).toHaveLength(3)
})

test('the clock alone changes nothing either', async () => {
  county = await startCounty()
  await county.recalculate()
  expect((await county.recalculate({ today: '2025-04-20' })).run.changed).toBe(false)
})

test('one corrected figure rewrites only what depends on it', async () => {
  county = await startCounty()
  await county.recalculate()
  county.edit({ kind: 'editCell', sheet: '月度填报', cell: 'D7', value: 61 })
  county.apis.requests.clear()
  await county.recalculate()
  const commit = county.apis.requests.entries.find(({ kind }) => kind === 'write')!
  expect(commit.bytes).toBeLessThan(6_000)
})

test('a future as-of day is refused, an earlier one chooses the earlier period', async () => {
  county = await startCounty()
  await expect(county.recalculate({ asOf: '2025-04-16' })).rejects.toMatchObject({
    code: 'future-as-of',
  } satisfies Partial<Failure>)
  expect((await county.recalculate({ asOf: '2025-03-20' })).run.period).toBe('2025-02')
})

test('to look back at an earlier day is no news for the later one', async () => {
  county = await startCounty()
  await county.recalculate()
  await county.recalculate({ asOf: '2025-03-20' })
  const history = await county.show('history')
  await county.recalculate()
  expect(await county.show('history')).toEqual(history)
})

test('somebody types into the status column: the next run puts the formula back, and says so', async () => {
  county = await startCounty()
  await county.recalculate()
  county.edit({ kind: 'editCell', sheet: '月度填报', cell: 'I4', value: '已审' })
  expect(statusOf(await county.show('submissions'), 2)).toBe('')
  const { run } = await county.recalculate()
  expect(run.warnings.join()).toContain('公式')
  expect(statusOf(await county.show('submissions'), 4)).toBe(textsFor('zh-CN').workbook.verdict.accepted)
  expect((await county.recalculate()).run).toMatchObject({ changed: false, warnings: [] })
})

test('the verdicts pasted over their formula as plain values are noticed as soon as they are wrong', async () => {
  county = await startCounty()
  await county.recalculate()
  const values = (await county.show('submissions')).slice(0, 7).map((row) => [row[STATUS] ?? '', row[STATUS + 1] ?? ''])
  const { sheets } = await county.open().structure()
  const sheetId = sheets.find(({ title }) => title === '月度填报')!.sheetId
  const rows = values.map((cells) => ({ values: cells.map((cell) => ({ userEnteredValue: { stringValue: String(cell) } })) }))
  county.edit(
    {
      kind: 'requests',
      requests: [{ updateCells: { start: { sheetId, rowIndex: 0, columnIndex: STATUS }, rows, fields: 'userEnteredValue' } }],
    },
    ...[2, 3, 4, 5].map((row) => ({ kind: 'editCell' as const, sheet: '月度填报', cell: `D${row}`, value: 15 * row })),
  )
  expect((await county.recalculate()).run.warnings.join()).toContain('公式')
  expect((await county.recalculate()).run.changed).toBe(false)
})

test('two rows for one enterprise and month: each shows its own verdict, naming the other', async () => {
  const name = '甲铸造有限公司'
  county = await startCounty({
    submissions: [
      ['2025-02', name, null, 10, null, null, null, null],
      ['2025-02', name, null, 12, null, null, null, null],
    ],
  })
  await county.recalculate()
  const submissions = await county.show('submissions')
  const message = (row: number) => String(submissions[row - 1]?.[STATUS + 1])
  expect([statusOf(submissions, 2), statusOf(submissions, 3)]).toEqual(['退回', '退回'])
  expect(message(2)).toContain('3')
  expect(message(3)).toContain('2')
})

test('text that looks like a formula, wildcards, dates and errors find their own verdicts', async () => {
  const odd: CellValue[][] = [
    ['2025-02', '=1+1', null, 10, null, null, null, null],
    ['2025-02', '甲*有限公司', null, 10, null, null, null, null],
    ['2025-02', '甲?造有限公司', null, 10, null, null, null, null],
    ['2025-02', '~', null, 10, null, null, null, null],
    ['2025/2/1', '乙碳素有限公司', null, 10, null, null, null, null],
    ['2025-02', '丙建材有限公司', null, '2025-03-01', null, null, null, null],
    ['2025-03', '丙建材有限公司', null, '#REF!', null, null, null, null],
    ['2025-02', '甲铸造有限公司', null, 10.00005, null, null, null, null],
  ]
  county = await startCounty({ submissions: odd })
  await county.recalculate()
  const submissions = await county.show('submissions')
  const { rejected, noted } = textsFor('zh-CN').workbook.verdict
  expect(odd.map((_, index) => statusOf(submissions, index + 2))).toEqual([
    rejected,
    rejected,
    rejected,
    rejected,
    noted,
    rejected,
    rejected,
    noted,
  ])
  expect((await county.recalculate()).run.changed).toBe(false)
})

test('several enterprises without the setting confidentiality: a warning in Runs', async () => {
  county = await startCounty({ settings: [] })
  const { run } = await county.recalculate()
  expect(run.warnings.join()).toContain('confidentiality')
})

test('20,000 rows take three requests too; the first time their verdicts go in several writes of a bearable size', async () => {
  county = await startCounty(crowdedCounty(340, 20_000, 2020))
  const sizes: number[] = []
  const workbook = county.open()
  const sized = <T>(requests: readonly T[]): readonly T[] => {
    sizes.push(Buffer.byteLength(JSON.stringify(requests)))
    return requests
  }
  const { rows } = await county.recalculate(
    {},
    {
      ...workbook,
      commit: (requests, fence) => workbook.commit(sized(requests), fence),
      commitAndLook: (requests, fence, title) => workbook.commitAndLook(sized(requests), fence, title),
    },
  )
  expect(rows.read).toBe(20_000)
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.max(...sizes)).toBeLessThan(1_900_000)
  const { run } = await county.recalculate()
  expect(run).toMatchObject({ changed: false, requests: { read: 2, write: 1 } })
}, 60_000)

test('a clerk sorts and deletes rows across the status columns, and can’t touch the formula or Summary', async () => {
  county = await startCounty()
  await county.recalculate()
  const by = 'clerk@example.test'
  const file = county.apis.state.get(county.spreadsheetId)!
  file.permissions = [...file.permissions, { id: 'clerk', type: 'user', role: 'writer', emailAddress: by }]
  const tried = (edit: PersonEdit) => county.apis.editors.apply({ by, edits: [edit] })
  expect(tried({ kind: 'sort', sheet: '月度填报', column: 'D', descending: true })).toBe(0)
  expect(tried({ kind: 'deleteRow', sheet: '月度填报', row: 3 })).toBe(0)
  expect(tried({ kind: 'editCell', sheet: '月度填报', cell: 'I1', value: 'x' })).toBe(1)
  expect(tried({ kind: 'editCell', sheet: '进度总览', cell: 'A1', value: 'x' })).toBe(1)
})
