import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { PersonEdit } from '../../../infra/local/google-apis/editors.ts'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { Failure } from '../../../shared/errors.ts'
import { type CellValue, COLUMNS, INPUT_TABS, type TabKey } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'

// The rows of the design's fault matrix that concern the job, each through the real client over HTTP.

let county: County
afterEach(() => county?.close())

const zh = textsFor('zh-CN').workbook
const column = (tab: 'runs' | 'history' | 'submissions', key: string) => (COLUMNS[tab] as readonly string[]).indexOf(key)

/** I3: what people own, to compare before and after. */
const ownedByPeople = async (): Promise<CellValue[][][]> => {
  const tabs = []
  for (const tab of INPUT_TABS) {
    const rows = await county.show(tab)
    tabs.push(tab === 'submissions' ? rows.map((row) => row.slice(0, column('submissions', 'status'))) : rows)
  }
  return tabs
}

/** I2 and I5: a clean run restores everything, and a second one finds that it equals a fresh computation. */
const expectConverged = async () => {
  await county.recalculate()
  expect((await county.recalculate()).run.changed).toBe(false)
}

const failureOf = async (run: Promise<unknown>): Promise<Failure> => {
  const thrown = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Failure)
  return thrown as Failure
}

describe('delivered more than once', () => {
  test('F01 a second delivery after the first finds its run and changes nothing', async () => {
    county = await startCounty()
    const first = await county.recalculate({ trigger: 'schedule 2025-04-15' })
    const history = await county.show('history')
    const second = await county.recalculate({ trigger: 'schedule 2025-04-15' })
    expect(second.run).toMatchObject({
      duplicateOf: first.run.id,
      id: first.run.id,
      changed: false,
      requests: { read: 2, write: 0 },
    })
    expect(await county.show('history')).toEqual(history)
  })

  test('F02 of two at once one commits, the other answers with its run id', async () => {
    county = await startCounty()
    const both = await Promise.all([1, 2].map(() => county.recalculate({ trigger: 'schedule 2025-04-15' })))
    expect(new Set(both.map(({ run }) => run.id)).size).toBe(1)
    expect(both.filter(({ run }) => run.duplicateOf === undefined)).toHaveLength(1)
    expect(await county.show('runs')).toHaveLength(2)
    expect(await county.show('history')).toHaveLength(2)
    await expectConverged()
  })

  test('F03 F14 a slow run that was overtaken is refused whole and yields', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'write', nth: 1, effect: { kind: 'delay', ms: 400 } })
    const slow = county.recalculate({ trigger: 'schedule 2025-04-15' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const fast = await county.recalculate({ trigger: 'schedule 2025-04-15' })
    const summary = await county.show('summary')
    expect((await slow).run.duplicateOf).toBe(fast.run.id)
    expect(await county.show('summary')).toEqual(summary)
    expect(await county.show('runs')).toHaveLength(2)
  })

  test('F03 when the first dies before its commit, the second finishes', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'write', nth: 1, effect: { kind: 'reset' } })
    const failure = await failureOf(county.recalculate({ trigger: 't' }, county.open({ deadlineMs: 0 })))
    expect(failure.code).toBe('unavailable')
    expect((await county.recalculate({ trigger: 't' })).run.changed).toBe(true)
    await expectConverged()
  })

  test('another trigger recomputes on the newer snapshot when it lost the race', async () => {
    county = await startCounty()
    const both = await Promise.all(['a', 'b'].map((trigger) => county.recalculate({ trigger })))
    expect(both.every(({ run }) => run.duplicateOf === undefined)).toBe(true)
    expect(await county.show('runs')).toHaveLength(3)
    expect(await county.show('history')).toHaveLength(2)
  })
})

describe('Google in trouble', () => {
  const calls = [
    ['the structure', { on: 'read', nth: 1 }],
    ['the cells', { on: 'read', nth: 2 }],
    ['the commit', { on: 'write', nth: 1 }],
  ] as const

  const passing: [string, Effect][] = [
    ['F15 429', { kind: 'status', status: 429 }],
    ['F15 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 20 }],
    ['F16 500', { kind: 'status', status: 500 }],
    ['F16 502', { kind: 'status', status: 502 }],
    ['F16 503', { kind: 'status', status: 503 }],
    ['F16 reset', { kind: 'reset' }],
    ['F17 applied, answer lost', { kind: 'lost' }],
    ['F20 cut-off body', { kind: 'cut' }],
    ['F20 a web page', { kind: 'html' }],
    ['F20 an empty body', { kind: 'empty' }],
  ]
  for (const [what, selector] of calls)
    test.each(passing)(`%s once at ${what}: the run succeeds, applied once`, async (_name, effect) => {
      county = await startCounty()
      const before = await ownedByPeople()
      county.apis.faults.add({ ...selector, effect })
      const { run } = await county.recalculate()
      expect(run.changed).toBe(true)
      county.apis.faults.clear()
      expect(await county.show('runs')).toHaveLength(2)
      expect((await county.show('runs'))[1]![column('runs', 'run')]).toBe(run.id)
      expect(await county.show('history')).toHaveLength(2)
      expect(await ownedByPeople()).toEqual(before)
      if (effect.kind === 'status' && effect.retryAfter) expect(county.waitedMs()).toBeGreaterThanOrEqual(20_000)
      expect((await county.recalculate()).run.changed).toBe(false)
    })

  for (const [what, selector] of calls)
    test.each([
      ['429', { kind: 'status', status: 429 }, 'quota'],
      ['503', { kind: 'status', status: 503 }, 'unavailable'],
      ['reset', { kind: 'reset' }, 'unavailable'],
      ['html', { kind: 'html' }, 'unavailable'],
    ] as [string, Effect, string][])(
      `F15 %s for ever at ${what}: a clean end within the budget, nothing written`,
      async (_name, effect, code) => {
        county = await startCounty()
        const before = await county.show('summary')
        county.apis.faults.add({ ...selector, times: 'forever', effect })
        county.apis.requests.clear()
        const failure = await failureOf(county.recalculate())
        expect(failure.code).toBe(code)
        expect(county.waitedMs()).toBeLessThanOrEqual(240_000)
        // 60 calls a minute at most, over the minutes that were waited.
        const { reads, writes } = county.apis.requests
        expect(reads + writes).toBeLessThanOrEqual(60 * Math.max(1, county.waitedMs() / 60_000))
        county.apis.faults.clear()
        expect(await county.show('summary')).toEqual(before)
        expect(county.logged.at(-1)).toMatchObject({ severity: 'error', fields: { code } })
        await expectConverged()
      },
    )

  test('F15 429 for a minute: the run gets through', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'read', nth: 1, times: 6, effect: { kind: 'status', status: 429 } })
    expect((await county.recalculate()).run.changed).toBe(true)
  })

  test('F21 an answer that drips slower than the timeout is asked for again', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'read', nth: 2, effect: { kind: 'drip', ms: 100, bytes: 10 } })
    expect((await county.recalculate({}, county.open({}, 300))).run.changed).toBe(true)
  })

  test('F28 access revoked: said plainly, asked once', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'read', times: 'forever', effect: { kind: 'status', status: 403 } })
    county.apis.requests.clear()
    expect((await failureOf(county.recalculate())).code).toBe('not-shared')
    expect(county.apis.requests.reads).toBe(1)
  })

  test('F28 a spreadsheet that is gone: said plainly, asked once', async () => {
    county = await startCounty()
    county.apis.faults.add({ on: 'read', times: 'forever', effect: { kind: 'status', status: 404 } })
    county.apis.requests.clear()
    expect((await failureOf(county.recalculate())).code).toBe('not-found')
    expect(county.apis.requests.reads).toBe(1)
  })
})

describe('rows that disappear', () => {
  test('F20 less than half of the rows: read a second time before publishing', async () => {
    county = await startCounty()
    await county.recalculate()
    county.edit(...[7, 6, 5, 4].map((row) => ({ kind: 'deleteRow' as const, sheet: zh.tab.submissions, row })))
    const workbook = county.open()
    const { rows } = await county.recalculate({}, workbook)
    expect(rows.read).toBe(2)
    expect(workbook.requests).toEqual({ read: 3, write: 1 })
  })

  test('B53 no rows at all: nothing is published, the last figures stay under a banner', async () => {
    county = await startCounty()
    await county.recalculate()
    const summary = await county.show('summary')
    county.edit(...[7, 6, 5, 4, 3, 2].map((row) => ({ kind: 'deleteRow' as const, sheet: zh.tab.submissions, row })))
    expect((await failureOf(county.recalculate())).code).toBe('intake-empty')
    const after = await county.show('summary')
    expect(after[1]![0]).toContain('⚠')
    expect(after.toSpliced(1, 1)).toEqual(summary.toSpliced(1, 1))
    expect((await county.show('runs'))[1]![column('runs', 'result')]).toContain('失败')
  })
})

/** Status and enterprise of every row, as the sheet shows them now. */
const verdictsShown = async (): Promise<[CellValue, CellValue][]> => {
  const rows = await county.show('submissions')
  return rows
    .slice(1)
    .filter((row) => row.some((cell) => cell !== '' && cell !== null))
    .map((row) => [row[column('submissions', 'enterprise')] ?? null, row[column('submissions', 'status')] ?? null])
}

describe('people at work meanwhile', () => {
  const WRONG = ['2025-03', '丁无名企业', null, 5, null, null, null, null]

  test.each<[string, PersonEdit]>([
    ['insert', { kind: 'insertRow', sheet: zh.tab.submissions, row: 3 }],
    ['delete', { kind: 'deleteRow', sheet: zh.tab.submissions, row: 3 }],
    ['sort', { kind: 'sort', sheet: zh.tab.submissions, column: 'D', descending: true }],
    ['insert below the header', { kind: 'insertRow', sheet: zh.tab.submissions, row: 2 }],
  ])('F22 rows moved between read and write (%s): every verdict stands with its own row', async (_name, move) => {
    county = await startCounty({ submissions: [...DEFAULT_ROWS, WRONG] })
    county.apis.editors.before({ on: 'write', nth: 1, script: { edits: [move] } })
    await county.recalculate()
    for (const [enterprise, status] of await verdictsShown())
      expect([enterprise, status]).toEqual([enterprise, enterprise === '丁无名企业' ? zh.verdict.rejected : zh.verdict.accepted])
  })

  test('F23 a value edited during the run: the snapshot counts, the row says so, the next run takes it', async () => {
    county = await startCounty()
    county.apis.editors.before({
      on: 'write',
      nth: 1,
      script: { edits: [{ kind: 'editCell', sheet: zh.tab.submissions, cell: 'D3', value: 21 }] },
    })
    const first = await county.recalculate()
    expect(first.indicators[0]!.value).toBe((20 + 40 + 60) * 10_000)
    expect((await verdictsShown())[1]).toEqual(['甲铸造有限公司', zh.edited])
    const second = await county.recalculate()
    expect(second.indicators[0]!.value).toBe((21 + 40 + 60) * 10_000)
    expect((await verdictsShown())[1]).toEqual(['甲铸造有限公司', zh.verdict.accepted])
  })

  test('F40 a target changed during the run counts from the next run on', async () => {
    county = await startCounty()
    county.apis.editors.before({
      on: 'write',
      nth: 1,
      script: { edits: [{ kind: 'editCell', sheet: zh.tab.targets, cell: 'G2', value: 1000 }] },
    })
    expect((await county.recalculate()).indicators[0]!.target).toBe(5_000_000)
    const [plan] = county.logged.filter(({ event }) => event === 'recalculated').map(({ fields }) => fields.plan)
    expect((await county.recalculate()).indicators[0]!.target).toBe(10_000_000)
    expect(county.logged.findLast(({ event }) => event === 'recalculated')!.fields.plan).not.toBe(plan)
  })

  test('F25 a renamed tab is found by its metadata, and the log notes it', async () => {
    county = await startCounty()
    county.edit(
      { kind: 'renameTab', sheet: zh.tab.submissions, title: '三月份填报' },
      { kind: 'renameTab', sheet: zh.tab.summary, title: "领导看'这里" },
    )
    expect((await county.recalculate()).rows.accepted).toBe(6)
    expect(county.logged.find(({ event }) => event === 'recalculated')!.fields.renamed).toContain('submissions')
    await expectConverged()
  })

  test('F26 the intake tab is gone: the run stops, the last summary stays under a banner', async () => {
    county = await startCounty()
    await county.recalculate()
    const summary = await county.show('summary')
    county.edit({ kind: 'deleteTab', sheet: zh.tab.submissions })
    const failure = await failureOf(county.recalculate())
    expect(failure).toMatchObject({ code: 'tab-missing', facts: { tab: zh.tab.submissions } })
    const after = await county.show('summary')
    expect(after[1]![0]).toContain(zh.tab.submissions)
    expect(after.toSpliced(1, 1)).toEqual(summary.toSpliced(1, 1))
  })

  test.each<TabKey>(['summary', 'problems', 'history', 'runs', 'status'])(
    'F26 the output tab %s is gone: it is made anew',
    async (tab) => {
      county = await startCounty()
      await county.recalculate()
      const before = { summary: await county.show('summary'), verdicts: await verdictsShown() }
      county.edit({ kind: 'deleteTab', sheet: zh.tab[tab] })
      await county.recalculate()
      expect((await county.show('summary')).length).toBe(before.summary.length)
      expect(await verdictsShown()).toEqual(before.verdicts)
      await expectConverged()
    },
  )

  test('F26 a copy of a tab is ignored, with a warning', async () => {
    county = await startCounty()
    const { sheets } = await county.open().structure()
    const source = sheets.find(({ title }) => title === zh.tab.submissions)!.sheetId
    county.edit({ kind: 'requests', requests: [{ duplicateSheet: { sourceSheetId: source, newSheetName: '“月度填报”的副本' } }] })
    const { rows, run } = await county.recalculate()
    expect(rows.read).toBe(6)
    expect(run.warnings).toEqual([expect.stringContaining('“月度填报”的副本')])
  })

  test('F27 a header within the aliases is understood', async () => {
    county = await startCounty()
    county.edit({ kind: 'editCell', sheet: zh.tab.submissions, cell: 'D1', value: '累计工业总产值' })
    expect((await county.recalculate()).rows.accepted).toBe(6)
  })

  test('F27 a header beyond recognition stops the run, names what is there, and writes nothing', async () => {
    county = await startCounty()
    await county.recalculate()
    const [summary, runs] = [await county.show('summary'), await county.show('runs')]
    county.edit({ kind: 'editCell', sheet: zh.tab.submissions, cell: 'D1', value: '数字' })
    const failure = await failureOf(county.recalculate())
    expect(failure).toMatchObject({ code: 'column-missing', facts: { tab: zh.tab.submissions } })
    expect(failure.facts.expected).toContain(zh.header.submissions.outputYtd)
    expect(failure.facts.found).toContain('数字')
    // Each language's header in quotation marks of its own: both in one would be typed as one, and not be found either.
    expect(`“${failure.facts.expected}”`).toContain(`“${zh.header.submissions.outputYtd}”`)
    expect([await county.show('summary'), await county.show('runs')]).toEqual([summary, runs])
  })

  test('F27 a header that stands twice stops the run and names both cells', async () => {
    county = await startCounty()
    county.edit({ kind: 'editCell', sheet: zh.tab.submissions, cell: 'C1', value: zh.header.submissions.period })
    const failure = await failureOf(county.recalculate())
    expect(failure.code).toBe('column-twice')
    expect(failure.facts.cells).toBe('A1, C1')
    expect(failure.facts.expected).toContain(zh.header.submissions.period)
  })

  test('F44 an older version was restored: noticed, and everything is computed anew', async () => {
    county = await startCounty()
    const folder = mkdtempSync(join(tmpdir(), 'tallysheet-'))
    await county.apis.saveTo(folder)
    await county.recalculate()
    await county.apis.loadFrom(folder)
    rmSync(folder, { recursive: true })
    const { run } = await county.recalculate()
    expect(run.warnings.join()).toContain('旧版本')
    expect(county.logged.some(({ event }) => event === 'an older version was restored')).toBe(true)
    await expectConverged()
  })
})

const DEFAULT_ROWS = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司'].flatMap((name, index) =>
  ['2025-02', '2025-03'].map((period, month) => [period, name, null, (index + 1) * 10 * (month + 1), null, null, null, null]),
)
