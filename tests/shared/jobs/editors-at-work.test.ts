import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sheet } from '../../../infra/local/google-apis/sheet.ts'
import { Failure } from '../../../shared/errors.ts'
import { type Judgement, judgeWorkbook } from '../../../shared/jobs/judge-workbook.ts'
import { readSnapshot } from '../../../shared/jobs/read-snapshot.ts'
import { fullKey } from '../../../shared/model/row-key.ts'
import { seededRandom } from '../../../shared/model/seeded-random.ts'
import { type CellValue, COLUMNS } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import type { JudgedRow, TypedRow } from '../../../shared/model/verdict.ts'
import type { Workbook } from '../../../shared/ports.ts'
import { measureProgress } from '../../../shared/progress/measure-progress.ts'
import { placed } from '../../../shared/report/summary/layout.ts'
import { summaryLayout } from '../../../shared/report/summary/summary-layout.ts'
import { clerksEdit, ENTERPRISES } from '../../support/colleague.ts'
import { type County, startCounty } from '../../support/county.ts'
import { cutEmptyRows } from '../../support/cut-empty-rows.ts'
import { ownedByPeople } from '../../support/owned-by-people.ts'

// faults.md F22 to F24: clerks type, insert, copy, delete and sort between every two calls of a run, and no verdict ever stands beside
// a row that it isn't about. Each seed starts from the same workbook, so a failure is replayed by its seed alone:
//   TALLYSHEET_SEED=123 npx vitest run --config tests/vitest.config.ts editors-at-work
// A long search (a thousand seeds take three minutes): TALLYSHEET_SEEDS=1000

const SEEDS =
  process.env.TALLYSHEET_SEED === undefined
    ? Array.from({ length: Number(process.env.TALLYSHEET_SEEDS ?? 60) }, (_, index) => index + 1)
    : [Number(process.env.TALLYSHEET_SEED)]
const BUSY_DAYS = ['2025-04-03', '2025-04-08', '2025-04-12']
const QUIET_DAY = '2025-04-15'
const MOST_EDITS = 4

const texts = textsFor('zh-CN')
const { notYetJudged, edited, verdict: words } = texts.workbook
const STATUS = COLUMNS.submissions.indexOf('status')

let county: County
const folder = mkdtempSync(join(tmpdir(), 'tallysheet-'))
beforeAll(async () => {
  county = await startCounty({
    enterprises: ENTERPRISES.map((name) => [name]),
    submissions: ENTERPRISES.flatMap((name, index) =>
      ['2025-02', '2025-03'].map((period, month) => [period, name, null, (index + 1) * 10 * (month + 1), null, null, null, null]),
    ),
  })
  cutEmptyRows(county)
  await county.apis.saveTo(folder)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await county.close()
})

const sheetTitled = (title: string): Sheet => county.apis.state.all[0]!.spreadsheet.sheetTitled(title)!
const submissions = () => sheetTitled(texts.workbook.tab.submissions)

/** I3: all that people own, as the emulator holds it. */
const ownedNow = () => ownedByPeople((tab) => sheetTitled(texts.workbook.tab[tab]))

/** What a run will find in the workbook, judged apart from it. */
const judgedNow = async (workbook: Workbook, today: string): Promise<Judgement> =>
  judgeWorkbook(await readSnapshot(workbook, texts), () => today)

/** A door through which the run sees the workbook, and what it last read. */
function watched(workbook: Workbook) {
  let structure: Awaited<ReturnType<Workbook['structure']>>
  let cells: CellValue[][][]
  const door: Workbook = {
    ...workbook,
    structure: async (include) => {
      structure = await workbook.structure(include)
      return structure
    },
    cells: async (ranges, as) => {
      cells = await workbook.cells(ranges, as)
      return cells
    },
  }
  /** The same two answers again. */
  const replay: Workbook = { ...workbook, structure: async () => structure, cells: async () => cells }
  return { door, replay }
}

/** Typed cells, status and message of the rows of Submissions that hold anything, as they stand. */
async function shownNow(): Promise<{ typed: TypedRow; status: CellValue; message: CellValue }[]> {
  const rows = (await county.show('submissions')).slice(1)
  const filled = (cell: CellValue | undefined) => (cell === undefined || cell === '' ? null : cell)
  return rows
    .filter((row) => row.slice(0, STATUS).some((cell) => filled(cell) !== null))
    .map((row) => ({
      typed: Object.fromEntries(
        COLUMNS.submissions.slice(0, STATUS).map((key, at) => [key, filled(row[at])]),
      ) as unknown as TypedRow,
      status: filled(row[STATUS]),
      message: filled(row[STATUS + 1]) ?? '',
    }))
}

const messageOf = ({ problems, explanationOutdated }: JudgedRow): string =>
  [
    ...(explanationOutdated ? [texts.rules.explanationOutdated] : []),
    ...problems.map((problem) => texts.rules.advice[problem.rule](problem)),
  ].join(' ')
/** The row's own message; copies of a row that differ in nothing but their explanation can't be told apart and share one. */
const messagesFor = (row: JudgedRow, rows: readonly JudgedRow[]): string[] =>
  rows.filter((other) => fullKey(other.typed) === fullKey(row.typed)).map(messageOf)

/** Right after a busy run: a row shows a verdict on its own content, or says that it has none yet. Problems may name the old row. */
async function expectNoStrangeVerdict({ rows }: Judgement): Promise<void> {
  const verdicts = new Map<string, Set<CellValue>>()
  for (const row of rows)
    verdicts.set(fullKey(row.typed), (verdicts.get(fullKey(row.typed)) ?? new Set()).add(words[row.verdict]))
  for (const { typed, status } of await shownNow())
    if (status !== notYetJudged && status !== edited) expect([...(verdicts.get(fullKey(typed)) ?? [])]).toContain(status)
}

/** I2: Summary is what the judged rows give, and names a run that is on record. */
async function expectSummaryOf(judgement: Judgement, today: string): Promise<void> {
  const progress = measureProgress({ ...judgement, asOf: today })
  const shown = await county.show('summary')
  const layout = summaryLayout(
    {
      progress,
      counts: judgement.counts,
      register: judgement.register,
      wordings: new Map(),
      history: await county.show('history'),
      runId: '',
      at: new Date(0),
      runsTitle: '',
      settings: judgement.settings,
    },
    texts,
  )
  for (const [index, row] of layout.rows.entries()) {
    if (row.volatile) continue
    const cells = placed(row)
    const wanted = cells.map((cell) => cell?.value ?? '')
    // What a formula shows is not ours to say.
    expect(trimmed((shown[index] ?? []).map((cell, column) => (cells[column]?.formula ? '' : (cell ?? ''))))).toEqual(
      trimmed(wanted),
    )
  }
  const ids = (await county.show('runs')).slice(1).map((row) => String(row[COLUMNS.runs.indexOf('run')]))
  const freshness = layout.rows.findIndex((row) => row.volatile)
  expect(ids.some((id) => String(shown[freshness]![0]).includes(id))).toBe(true)
}
const trimmed = (row: CellValue[]): CellValue[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)

/** A run with clerks at work before each of its calls. Less than half of the rows between its two looks is a reason to stop. */
async function busyRun(random: () => number, today: string): Promise<void> {
  let owned = ''
  county.apis.editors.before({
    times: 'forever',
    run: () => {
      for (let left = Math.floor(random() * (MOST_EDITS + 1)); left > 0; left--) county.edit(clerksEdit(random, submissions()))
      owned = ownedNow()
    },
  })
  const { door, replay } = watched(county.open())
  let failure: unknown
  await county.recalculate({ today }, door).catch((thrown: unknown) => {
    failure = thrown
  })
  county.apis.editors.clear()
  expect(ownedNow()).toBe(owned)
  if (failure instanceof Failure && failure.code === 'intake-shrunk') return
  if (failure) throw failure
  const judgement = await judgedNow(replay, today)
  await expectNoStrangeVerdict(judgement)
  await expectSummaryOf(judgement, today)
}

/** A run that nobody disturbs: everything is right, and another has nothing to do. */
async function quietRun(): Promise<void> {
  const owned = ownedNow()
  const judgement = await judgedNow(county.open(), QUIET_DAY)
  await county.recalculate({ today: QUIET_DAY })
  const shown = await shownNow()
  expect(shown.map(({ status }) => status)).toEqual(judgement.rows.map(({ verdict }) => words[verdict]))
  for (const [index, { message }] of shown.entries())
    expect(messagesFor(judgement.rows[index]!, judgement.rows)).toContain(message)
  await expectSummaryOf(judgement, QUIET_DAY)
  expect((await county.recalculate({ today: QUIET_DAY })).run.changed).toBe(false)
  expect(ownedNow()).toBe(owned)
}

test(
  `clerks at work between all calls, ${SEEDS.length} seeds`,
  async () => {
    for (const seed of SEEDS) {
      await county.apis.loadFrom(folder)
      county.ledger.runs.length = 0
      const random = seededRandom(seed)
      try {
        for (const day of BUSY_DAYS) await busyRun(random, day)
        await quietRun()
      } catch (thrown) {
        county.apis.editors.clear()
        throw new Error(`Replay with TALLYSHEET_SEED=${seed}`, { cause: thrown })
      }
    }
  },
  60_000 + SEEDS.length * 1_000,
)
