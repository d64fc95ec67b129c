import { afterEach, describe, expect, test } from 'vitest'
import { problemList } from '../../../functions/cli/problem-list.ts'
import { asCell } from '../../../infra/local/google-apis/cell.ts'
import { setUp } from '../../../shared/jobs/set-up.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { MOST_PROBLEMS } from '../../../shared/report/problems-tab.ts'
import { type County, startCounty } from '../../support/county.ts'
import { isSummaryFormula, recording, writtenIn } from '../../support/written.ts'

// The tab Problems as people see it: through the real client, in the emulator.

let county: County
afterEach(() => county?.close())

const ENTERPRISES = ['小型铸造厂', '大型碳素厂', '中型建材厂']
const row = (period: string, name: string, outputYtd: CellValue): CellValue[] => [
  period,
  name,
  null,
  outputYtd,
  null,
  null,
  null,
  null,
]
const SUBMISSIONS = [
  row('2024-12', '中型建材厂', 4_000),
  row('2025-02', '小型铸造厂', 20),
  row('2025-02', '大型碳素厂', 5_000),
  row('2025-02', '中型建材厂', 300),
  row('2025-03', '小型铸造厂', '约40'),
  row('2025-03', '大型碳素厂', '7000左右'),
  row('2025-03', '无人知晓厂', 900),
  row('2025-03', '中型建材厂', 100),
]

const start = (language: Language, submissions: CellValue[][] = SUBMISSIONS) =>
  startCounty({ language, enterprises: ENTERPRISES.map((name) => [name, null, null, null, null, '2024-12']), submissions })

const at = (key: ColumnKey<'problems'>) => COLUMNS.problems.indexOf(key)
const problemsTitle = () => textsFor(county.language).workbook.tab.problems
const submissionsTitle = () => textsFor(county.language).workbook.tab.submissions
const sheetTitled = (title: string) => county.apis.state.get(county.spreadsheetId)!.spreadsheet.sheetTitled(title)!

/** Column by column, without the header. */
const shown = async (...keys: ColumnKey<'problems'>[]) =>
  (await county.show('problems')).slice(1).map((line) => keys.map((key) => line[at(key)] ?? ''))

/** Where the lines lead to, as the emulator holds it; a link left behind by a line that is gone would be one too many. */
function links(): string[] {
  const { grid } = sheetTitled(problemsTitle())
  return Array.from({ length: grid.usedRows }, (_, index) => grid.get(index, at('where'))).flatMap((slot) =>
    asCell(slot).runs ? (asCell(slot).runs as unknown as Run[]).map(({ format }) => format.link.uri) : [],
  )
}
type Run = { format: { link: { uri: string } } }

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('what matters most comes first, and each line leads to its cell', async () => {
    county = await start(language)
    const { rules, workbook } = textsFor(language)
    const document = await county.recalculate()
    const { rejected, held } = rules.severity
    expect(await shown('severity', 'enterprise', 'period', 'where')).toEqual(
      [
        [rejected, '大型碳素厂', '2025-03', 'D7'],
        [rejected, '无人知晓厂', '2025-03', 'B8'],
        [rejected, '小型铸造厂', '2025-03', 'D6'],
        // Last year's total counts where this year's is small yet.
        [held, '中型建材厂', '2025-03', 'D9'],
      ].map((line) => line.with(3, `${workbook.tab.submissions} ${line[3]}`)),
    )
    const { sheetId } = sheetTitled(submissionsTitle())
    expect(links()).toEqual(['D7', 'B8', 'D6', 'D9'].map((cell) => `#gid=${sheetId}&range=${cell}`))
    expect((await county.show('problems'))[0]).toEqual(COLUMNS.problems.map((key) => workbook.header.problems[key]))
    expect(document.problems.map(({ cell }) => cell)).toEqual(['D7', 'B8', 'D6', 'D9'])
    expect(
      problemList(document)
        .split('\n')
        .map((line) => / ([A-Z]\d+) /.exec(line)?.[1]),
    ).toEqual(['D7', 'B8', 'D6', 'D9'])
  })

  test('the same again writes one row to Runs; no formula but those of Summary', async () => {
    county = await start(language)
    const workbook = recording(county.open())
    await county.recalculate({}, workbook)
    const runsTitle = textsFor(language).workbook.tab.runs
    expect(writtenIn(workbook.committed).formulas.filter((each) => !isSummaryFormula(each, runsTitle))).toEqual([])
    const before = [await county.show('problems'), links()]
    const again = recording(county.open())
    expect((await county.recalculate({ today: '2025-04-20' }, again)).run.changed).toBe(false)
    expect(again.committed.map((request) => Object.keys(request)[0])).toEqual(['insertDimension', 'updateCells'])
    expect([await county.show('problems'), links()]).toEqual(before)
  })

  test('rows that move keep the day and take their link along; what is mended goes, and is new when it is back', async () => {
    county = await start(language)
    await county.recalculate({ today: '2025-04-15' })
    const sheet = submissionsTitle()
    county.edit(
      { kind: 'sort', sheet, column: 'B' },
      { kind: 'insertRow', sheet, row: 2 },
      { kind: 'editCell', sheet, cell: 'A2', value: '2025-13' },
    )
    await county.recalculate({ today: '2025-04-16' })
    const typed = await county.show('submissions')
    const rowOf = (name: CellValue) => typed.findLastIndex((cells) => cells[1] === name && cells[0] === '2025-03') + 1
    const moved = (await shown('enterprise', 'firstSeen')).filter(([name]) => name !== '')
    expect(moved).toEqual(['大型碳素厂', '无人知晓厂', '小型铸造厂', '中型建材厂'].map((name) => [name, '2025-04-15']))
    const { sheetId } = sheetTitled(sheet)
    for (const [name] of moved) expect(links().join(' ')).toMatch(new RegExp(`#gid=${sheetId}&range=[BD]${rowOf(name!)}( |$)`))
    expect(await shown('period', 'firstSeen')).toContainEqual(['2025-13', '2025-04-16'])

    const cell = `D${rowOf('大型碳素厂')}`
    county.edit({ kind: 'editCell', sheet, cell, value: 7_000 })
    await county.recalculate({ today: '2025-04-17' })
    expect((await shown('enterprise')).flat()).not.toContain('大型碳素厂')
    expect(links()).toHaveLength((await shown('where')).filter(([text]) => text !== '').length)

    county.edit({ kind: 'editCell', sheet, cell, value: '约7000' })
    await county.recalculate({ today: '2025-04-18' })
    expect(await shown('enterprise', 'firstSeen')).toContainEqual(['大型碳素厂', '2025-04-18'])
    expect(await shown('enterprise', 'firstSeen')).toContainEqual(['小型铸造厂', '2025-04-15'])
  })
})

test('what people filter by stays, in runs and in set-up', async () => {
  county = await start('zh-CN')
  const open = { startRowIndex: 0, startColumnIndex: 0, endColumnIndex: COLUMNS.problems.length }
  const problems = sheetTitled(problemsTitle())
  const { sheetId } = problems
  expect(problems.parts.basicFilter).toEqual({ range: { sheetId, ...open } })
  const criteria = { 0: { hiddenValues: ['提示'] } }
  county.edit({ kind: 'requests', requests: [{ setBasicFilter: { filter: { range: { sheetId, ...open }, criteria } } }] })
  await county.recalculate()
  county.edit({ kind: 'editCell', sheet: submissionsTitle(), cell: 'D7', value: 7_000 })
  await county.recalculate()
  const { repaired } = await setUp({ language: 'zh-CN', created: false }, county.world())
  expect(repaired).toEqual([])
  expect(problems.parts.basicFilter).toEqual({ range: { sheetId, ...open }, criteria })
})

test('the tab deleted by somebody is made anew, with filter and links', async () => {
  county = await start('zh-CN')
  await county.recalculate()
  const before = links()
  county.edit({ kind: 'deleteTab', sheet: problemsTitle() })
  await county.recalculate()
  expect(links()).toEqual(before)
  expect(sheetTitled(problemsTitle()).parts.basicFilter).toBeDefined()
})

test('columns of it deleted by an editor come back with their content', async () => {
  county = await start('zh-CN')
  await county.recalculate()
  const before = (await county.show('problems')).map((line) => line.slice(0, at('firstSeen')))
  const { sheetId } = sheetTitled(problemsTitle())
  const range = { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 }
  county.edit({ kind: 'requests', requests: [{ deleteDimension: { range } }] })
  await county.recalculate()
  expect((await county.show('problems')).map((line) => line.slice(0, at('firstSeen')))).toEqual(before)
})

test('the rows of a wrong paste: the worst are listed, and how many more there are', async () => {
  const many = Array.from({ length: MOST_PROBLEMS + 5 }, (_, index) => row('2025-03', `无人知晓厂${index}`, index + 1))
  county = await start('en', [...SUBMISSIONS, ...many])
  const { problems } = await county.recalculate()
  expect(problems).toHaveLength(MOST_PROBLEMS + 5 + 4)
  const lines = await county.show('problems')
  expect(lines).toHaveLength(1 + MOST_PROBLEMS + 1)
  expect(lines[1]![at('enterprise')]).toBe('大型碳素厂')
  expect(lines.at(-1)).toEqual([textsFor('en').summary.moreProblems(9)])
  expect(sheetTitled(problemsTitle()).grid.rowCount).toBeGreaterThanOrEqual(lines.length)
  expect(sheetTitled(problemsTitle()).parts.basicFilter).not.toHaveProperty('range.endRowIndex')
  expect((await county.recalculate()).run.changed).toBe(false)
}, 60_000)

test('two targets with the same gap are two problems, each with its own day', async () => {
  county = await start('en')
  const sheet = textsFor('en').workbook.tab.targets
  const target = (line: number, key: string) => [
    { kind: 'editCell' as const, sheet, cell: `A${line}`, value: key },
    { kind: 'editCell' as const, sheet, cell: `D${line}`, value: 'no measure' },
  ]
  county.edit(...target(3, 'first'))
  await county.recalculate({ today: '2025-04-15' })
  county.edit({ kind: 'insertRow', sheet, row: 2 }, ...target(2, 'second'))
  await county.recalculate({ today: '2025-04-16' })
  const lines = (await shown('where', 'rule', 'read', 'firstSeen')).filter(([, , read]) => read === 'no measure')
  expect(lines.map(([where, , , day]) => [where, day])).toEqual([
    [`${sheet} D2`, '2025-04-16'],
    [`${sheet} D4`, '2025-04-15'],
  ])
})
