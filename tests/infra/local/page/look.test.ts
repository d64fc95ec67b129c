import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { batchUpdate } from './batch-update.ts'
import { mailboxWith } from './one-mail.ts'
import { type Office, openOffice } from './open-page.ts'
import { sharedBrowser } from './shared-browser.ts'

const browser = sharedBrowser()
let office: Office

beforeAll(async () => {
  const html = '<!doctype html><html lang="en"><title>x</title><p>63 %</p></html>'
  office = await openOffice({ language: 'en' }, mailboxWith({ html, text: '63 %', headers: {} }))
  await office.county.recalculate()
}, 40_000)
afterAll(() => office.close())

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(['workbook', 'mailbox', 'runs'] as const)('%s: no serious finding of axe, light and dark', async (view) => {
    for (const dark of [false, true]) {
      const window = await office.open(browser(), { locale: language, dark, path: `/#${view}`, guide: true })
      await window
        .locator(view === 'workbook' ? '.cell' : view === 'mailbox' ? '.mail h1' : '.run')
        .first()
        .waitFor()
      if (view === 'runs') await window.locator('.run summary').first().click()
      await window.locator('.more summary').click()
      await window.evaluate(axe.source)
      const findings = await window.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ['.sheet', 'iframe'] })
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(findings).toEqual([])
      await window.context().close()
    }
  })

  test('every text is in this language, and nothing lies outside a tablet', async () => {
    const window = await office.open(browser(), { locale: language, width: 768, height: 1024, guide: true })
    await window.locator('.cell').first().waitFor()
    expect(await window.locator('html').getAttribute('lang')).toBe(language)
    await window.locator('.more summary').click()
    const around = await window.evaluate(() =>
      ['.bar', '.guide', '.formula-bar'].map((place) => document.querySelector<HTMLElement>(place)!.innerText).join('\n'),
    )
    const { page } = textsFor(language)
    for (const text of [page.bar.recalculate, page.guide.intro, page.bar.reset, page.guide.start]) expect(around).toContain(text)
    // Names of the product and of the other language stand in both.
    const foreign = around.replace(/Tallysheet|中文|English|\.xlsx|A2|2025-\S+/g, '')
    if (language === 'en') expect(foreign).not.toMatch(/[一-鿿]/)
    else expect(foreign).not.toMatch(/[A-Za-z]{3,}/)
    expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(768)
    for (const button of await window.locator('.bar button:visible, .bar a:visible').all()) {
      const box = (await button.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(768)
    }
    await window.context().close()
  })
})

test('the charts that the program wrote are drawn from their specification, with their values beside them', async () => {
  const { county } = office
  const sheets = (await county.open().structure()).sheets
  const summary = sheets.find(({ key }) => key === 'summary')!
  const answer = await batchUpdate(county, [
    { addSheet: { properties: { sheetId: 77, title: '_more charts', hidden: true } } },
    {
      updateCells: {
        start: { sheetId: 77, rowIndex: 0, columnIndex: 0 },
        rows: [
          ['<b>Month</b>', 'Output', 'Path'],
          ['Feb', 10, 12.5],
          ['Mar', null, 25],
        ].map((row) => ({
          values: row.map((value) =>
            value === null
              ? {}
              : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } },
          ),
        })),
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { sheetId: summary.sheetId, rowIndex: 40, columnIndex: 0 },
        rows: [
          {
            values: [{ userEnteredValue: { formulaValue: '=SPARKLINE(0.25,{"charttype","bar";"max",1;"color1","#2b5c9e"})' } }],
          },
        ],
        fields: 'userEnteredValue',
      },
    },
    {
      addChart: {
        chart: {
          spec: chartSpec(),
          position: { overlayPosition: { anchorCell: { sheetId: summary.sheetId, rowIndex: 2, columnIndex: 3 } } },
        },
      },
    },
  ])
  expect(await answer.json()).not.toHaveProperty('error')
  const window = await office.open(browser(), { path: `/#gid=${summary.sheetId}&range=A41` })
  const chart = window.locator('.chart').filter({ has: window.locator('caption', { hasText: /^Chart: Cumulative$/ }) })
  await chart.locator('canvas').waitFor()
  expect((await chart.locator('table').innerText()).split(/\s+/)).toEqual(
    'Chart: Cumulative Month Output Path Feb 10 12.5 Mar 25'.split(' '),
  )
  const drawn = await chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    const colours = new Set<string>()
    for (let place = 0; place < data.length; place += 4) colours.add([...data.slice(place, place + 3)].join())
    return colours.has('46,125,91')
  })
  expect(drawn).toBe(true)
  const bar = window.locator('[data-row="40"][data-column="0"] .data-bar')
  const [width, whole] = [
    await bar.evaluate((one) => one.clientWidth),
    await bar.evaluate((one) => one.parentElement!.clientWidth),
  ]
  expect(width / whole).toBeCloseTo(0.25, 2)
  expect(office.complaints).toEqual([])
})

/** Columns against a line, both from a hidden tab, first row headers. */
function chartSpec() {
  const column = (index: number) => ({
    sourceRange: {
      sources: [{ sheetId: 77, startRowIndex: 0, endRowIndex: 3, startColumnIndex: index, endColumnIndex: index + 1 }],
    },
  })
  return {
    title: 'Cumulative',
    basicChart: {
      chartType: 'COMBO',
      headerCount: 1,
      legendPosition: 'BOTTOM_LEGEND',
      axis: [{ position: 'BOTTOM_AXIS', title: 'Month' }],
      domains: [{ domain: column(0) }],
      series: [
        {
          series: column(1),
          type: 'COLUMN',
          targetAxis: 'LEFT_AXIS',
          colorStyle: { rgbColor: { red: 46 / 255, green: 125.5 / 255, blue: 91.5 / 255 } },
        },
        { series: column(2), type: 'LINE', targetAxis: 'LEFT_AXIS', lineStyle: { type: 'MEDIUM_DASHED' } },
      ],
    },
  }
}
