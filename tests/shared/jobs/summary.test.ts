import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../infra/local/google-apis/json.ts'
import { check } from '../../../shared/jobs/check.ts'
import { setUp } from '../../../shared/jobs/set-up.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { BANNER_ROW, FIRST_TARGET_ROW } from '../../../shared/report/summary/summary-layout.ts'
import { type County, type CountyOptions, startCounty } from '../../support/county.ts'
import { crowdedCounty } from '../../support/crowded-county.ts'
import { recording } from '../../support/written.ts'

// What a run does to Summary beside its figures: charts, looks, banner, and what people put beside it (I3).

const texts = textsFor('zh-CN')
let county: County
afterEach(() => county?.close())

const start = async (options: CountyOptions = {}) => {
  county = await startCounty(options)
  await county.recalculate()
}
const sheet = (key: string) => {
  const { spreadsheet } = county.apis.state.get(county.spreadsheetId)!
  return spreadsheet.sheets.find(({ title }) => title === texts.workbook.tab[key as 'summary'])!
}
const charts = () => sheet('summary').parts.charts as unknown as readonly Chart[]
interface Chart {
  chartId: number
  spec: { title: string; basicChart: { domains: { domain: Source }[]; series: { series: Source; colorStyle?: JsonObject }[] } }
  position: { overlayPosition: { anchorCell: { rowIndex: number } } }
}
interface Source {
  sourceRange: { sources: { sheetId?: number; endRowIndex: number }[] }
}
const edit = (...requests: JsonObject[]) => county.edit({ kind: 'requests', requests })
const type = (sheet: string, cell: string, value: string | number) => county.edit({ kind: 'editCell', sheet, cell, value })
const kinds = async () => {
  const workbook = recording(county.open())
  await county.recalculate({}, workbook)
  return workbook.committed.map((request) => Object.keys(request)[0]!)
}
const repaired = async () =>
  (await setUp({ language: 'zh-CN', created: false }, { ...county.world(), workbook: county.open() })).repaired

describe('charts', () => {
  test('are made once, lie below the targets, draw from the hidden tab, and a second run touches none', async () => {
    await start()
    expect(charts().map(({ chartId }) => chartId)).toHaveLength(5)
    expect(new Set(charts().map(({ chartId }) => chartId)).size).toBe(5)
    const rows = charts().map(({ position }) => position.overlayPosition.anchorCell.rowIndex)
    expect(Math.min(...rows)).toBe(FIRST_TARGET_ROW + 1 + 1)
    for (const { spec } of charts()) {
      const sources = [
        ...spec.basicChart.domains.map(({ domain }) => domain),
        ...spec.basicChart.series.map(({ series }) => series),
      ]
      for (const { sourceRange } of sources) expect(sourceRange.sources[0]!.sheetId).toBe(sheet('charts').sheetId)
    }
    expect(await kinds()).toEqual(['insertDimension', 'updateCells'])
  })

  test('a target more moves them down by a row; a moved and restyled one stays so when a cluster is added', async () => {
    await start()
    const [first] = charts()
    const spec = { ...first!.spec, title: '我们的标题' } as unknown as JsonObject
    edit(
      {
        updateChartSpec: {
          chartId: charts()[1]!.chartId,
          spec: { ...(charts()[1]!.spec as unknown as JsonObject), title: '集群' },
        },
      },
      { updateChartSpec: { chartId: first!.chartId, spec } },
    )
    type('目标', 'A3', 'again')
    for (const [column, value] of ['again', '再', 'again', 'output', 'county', 'track'].entries())
      type('目标', `${'ABCDEF'[column]}3`, value)
    type('产业集群', 'A2', 'rose')
    type('产业集群', 'B2', '玫瑰')
    type('产业集群', 'A3', 'casting')
    type('产业集群', 'B3', '铸造')
    const before = charts().map(({ position }) => position.overlayPosition.anchorCell.rowIndex)
    await county.recalculate()
    expect(charts().map(({ position }) => position.overlayPosition.anchorCell.rowIndex)).toEqual(before.map((row) => row + 1))
    expect(
      charts()
        .map(({ spec: { title } }) => title)
        .slice(0, 2),
    ).toEqual(['我们的标题', '集群'])
    expect(charts()[1]!.spec.basicChart.series.map(({ series }) => series.sourceRange.sources[0]!.endRowIndex)).toEqual([5, 5, 5])
    expect(charts()).toHaveLength(5)
  })

  test('one that somebody deleted is named by check and put back by set-up; a run leaves that to people', async () => {
    await start()
    edit({ deleteEmbeddedObject: { objectId: charts()[2]!.chartId } })
    await county.recalculate()
    expect(charts()).toHaveLength(4)
    const { findings } = await check({ language: 'zh-CN', today: county.today }, county.world())
    expect(findings.map(({ message }) => message).join()).toContain(texts.charts.title.monthly)
    expect((await repaired()).join()).toContain(texts.charts.title.monthly)
    expect(charts()).toHaveLength(5)
    expect(await repaired()).toEqual([])
  })

  test('a deleted Summary comes back with its charts; a deleted tab of their data is made anew and they draw from it', async () => {
    await start()
    county.edit({ kind: 'deleteTab', sheet: '进度总览' })
    await county.recalculate()
    expect(charts()).toHaveLength(5)
    expect((await county.show('summary'))[0]![0]).toBe(texts.summary.title)
    county.edit({ kind: 'deleteTab', sheet: '_charts' })
    await county.recalculate()
    for (const { spec } of charts())
      expect(spec.basicChart.domains[0]!.domain.sourceRange.sources[0]!.sheetId).toBe(sheet('charts').sheetId)
    expect((await county.recalculate()).run.changed).toBe(false)
  })
})

describe('looks', () => {
  test('what people write to the right stays, also when the layout changes', async () => {
    await start()
    edit({ appendDimension: { sheetId: sheet('summary').sheetId, dimension: 'COLUMNS', length: 5 } })
    type('进度总览', 'O5', 'ours')
    for (const [column, value] of ['again', '再', 'again', 'output', 'county', 'track'].entries())
      type('目标', `${'ABCDEF'[column]}3`, value)
    await county.recalculate()
    expect((await county.show('summary'))[4]![14]).toBe('ours')
  })

  test('set-up notices looks that somebody changed, once, and the next run restores them', async () => {
    await start()
    const { sheetId } = sheet('summary')
    const range = { sheetId, startRowIndex: 0, endRowIndex: 40, startColumnIndex: 0, endColumnIndex: 12 }
    edit({ repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } })
    expect((await county.recalculate()).run.changed).toBe(false)
    expect(await repaired()).toEqual([texts.check.done.layout('“进度总览”')])
    expect(await repaired()).toEqual([])
    expect((await county.recalculate()).run.changed).toBe(true)
    expect(await repaired()).toEqual([])
    expect((await county.recalculate()).run.changed).toBe(false)
  })
})

describe('the banner', () => {
  const banner = async () => String((await county.show('summary'))[BANNER_ROW]?.[0] ?? '')

  test('says that the last run is too long ago, by a formula that goes on when no run does', async () => {
    // The run's time is made and lies far behind the emulator's.
    await start()
    expect(await banner()).toBe(texts.summary.overdue(2))
  })

  test('is empty after a run of today', async () => {
    await start({ today: new Date().toISOString().slice(0, 10) })
    expect(await banner()).toBe('')
  })

  test('F26 says why the last run failed, and the next good run takes that away', async () => {
    await start()
    const range = { sheetId: sheet('submissions').sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 8 }
    edit({ repeatCell: { range, cell: {}, fields: 'userEnteredValue' } })
    await expect(county.recalculate()).rejects.toMatchObject({ code: 'intake-empty' })
    expect(await banner()).toContain('数据未更新')
    type('月度填报', 'A2', '2025-02')
    type('月度填报', 'B2', '甲铸造有限公司')
    type('月度填报', 'D2', 10)
    await county.recalculate()
    expect(await banner()).toBe(texts.summary.overdue(2))
  })

  test('F19 labels a change in several writes, and a run that was killed between them is completed by the next', async () => {
    county = await startCounty(crowdedCounty(400, 8_000, 2024))
    county.apis.faults.add({ on: 'write', nth: 2, effect: { kind: 'status', status: 400 } })
    await expect(county.recalculate()).rejects.toMatchObject({ code: 'refused' })
    expect(await banner()).toContain('正在写入新的核算结果')
    county.apis.faults.clear()
    await county.recalculate()
    expect(await banner()).not.toContain('正在写入')
    expect((await county.recalculate()).run).toMatchObject({ changed: false, requests: { read: 2, write: 1 } })
  }, 60_000)
})

test('F29 a protection of others on Summary stops the run: nothing is half-written, and the reason is named', async () => {
  await start()
  const before = await county.show('history')
  const head = 'head@example.test'
  const file = county.apis.state.get(county.spreadsheetId)!
  const [account] = file.permissions
  file.permissions = [
    { id: 'head', type: 'user', role: 'owner', emailAddress: head },
    { ...account!, role: 'writer' },
  ]
  const range = { sheetId: sheet('summary').sheetId }
  edit({ addProtectedRange: { protectedRange: { range, description: 'mine alone', editors: { users: [head] } } } })
  type('月度填报', 'D3', 21)
  await expect(county.recalculate()).rejects.toMatchObject({ code: 'protected' })
  expect(await county.show('history')).toEqual(before)
})

test('F30 Runs never grows beyond what it keeps: the oldest rows go', async () => {
  await start()
  const { sheetId } = sheet('runs')
  edit({ appendDimension: { sheetId, dimension: 'ROWS', length: 6_000 } })
  type('运行记录', 'A5900', '2019-01-01T00:00:00.000Z')
  const { run } = await county.recalculate()
  expect(sheet('runs').grid.rowCount).toBe(5_001)
  expect((await county.show('runs')).map((row) => row[1])).toEqual([texts.workbook.header.runs.run, run.id, expect.any(String)])
})
