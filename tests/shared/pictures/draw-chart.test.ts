import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHART_KEYS, type Chart } from '../../../shared/model/chart.ts'
import { chartSvg } from '../../../shared/pictures/chart-svg.ts'
import { drawChart } from '../../../shared/pictures/draw-chart.ts'
import { fontFile } from '../../../shared/pictures/font-file.ts'
import { sampleCharts } from './sample-charts.ts'

const folder = mkdtempSync(join(tmpdir(), 'tallysheet-pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SIZE = { widthPx: 560, heightPx: 320, scale: 2 }
const draw = (chart: Chart, font = fontFile()) => drawChart(chart, { ...SIZE, fontFile: font })
const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other))
const titled = (title: string): Chart => ({ ...sampleCharts('zh-CN').monthly, title })

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  test.each(CHART_KEYS)('%s is a PNG of the size asked for, and the same when drawn again', async (key) => {
    const png = await draw(sampleCharts(language)[key])
    const header = new DataView(png.buffer, png.byteOffset)
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([1120, 640])
    expect(same(png, await draw(sampleCharts(language)[key]))).toBe(true)
  })
})

test('Chinese signs are drawn as themselves: with a font that lacks them two titles look alike, with ours they differ', async () => {
  const latinOnly = join(folder, 'latin.ttf')
  const letters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
  writeFileSync(latinOnly, await subsetFont(readFileSync(fontFile()), letters))
  const [one, other] = [titled('平阴县工业产值'), titled('各月企业贡献额')]
  expect(same(await draw(one, latinOnly), await draw(other, latinOnly))).toBe(true)
  expect(same(await draw(one), await draw(other))).toBe(false)
})

test('values that are absent are drawn as nothing, not as 0', async () => {
  const [empty, zero] = [null, 0].map((value): Chart => {
    const { monthly } = sampleCharts('en')
    return {
      ...monthly,
      series: [{ ...monthly.series[0]!, values: monthly.categories.map((_, index) => (index < 6 ? 10 : value)) }],
    }
  })
  const line = (chart: Chart): Chart => ({
    ...chart,
    series: chart.series.map((series) => ({ ...series, shape: 'line' as const })),
  })
  expect(same(await draw(line(empty!)), await draw(line(zero!)))).toBe(false)
  const nothing = { ...empty!, series: [{ ...empty!.series[0]!, values: empty!.categories.map(() => null) }] }
  expect((await draw(nothing)).length).toBeGreaterThan(1_000)
  expect((await draw({ ...nothing, categories: [], series: [] })).length).toBeGreaterThan(1_000)
})

describe('hostile text is drawn literally', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    `$${'{process.exit()}'}`,
    '{a}',
    '{a|b}',
    '{b}: {c}',
    '__proto__',
    '=1+1',
    ']]>',
    '&amp;',
    '"\'',
  ]
  let svg: string

  const hostile = (texts: readonly string[]): Chart => ({
    key: 'clusters',
    title: texts.join(' '),
    unit: texts[2]!,
    categories: texts,
    series: [
      ...texts.map((name) => ({
        name,
        role: 'actual' as const,
        shape: 'column' as const,
        values: texts.map((_, index) => index),
      })),
      { name: texts[0]!, role: 'range', shape: 'line', values: texts.map(() => 1) },
      { name: texts[0]!, role: 'range', shape: 'line', values: texts.map(() => 2) },
    ],
    alternative: '',
  })

  beforeAll(async () => {
    svg = await chartSvg(hostile(HOSTILE), 2400, 900)
  })

  test.each(HOSTILE)('%s', (text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const unquoted = svg.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
    // In the title, the categories and the legend.
    expect(unquoted.split(escaped).length).toBeGreaterThan(3)
    expect(svg).not.toContain('<script')
  })

  test('what no XML document can hold breaks nothing', async () => {
    const odd = ['\u0000', 'a\u001bb', '\ud800', '\ufffe', '\u202e', '\n', '', '😀', 'ab']
    expect((await draw(hostile(odd))).length).toBeGreaterThan(1_000)
  })

  test('names in a row with the same text stay separate series', () => {
    const twice = { ...sampleCharts('en').monthly }
    twice.series = twice.series.map((series) => ({ ...series, name: 'Same' }))
    return expect(chartSvg(twice, 560, 320)).resolves.toMatch(/Same[\s\S]*Same/)
  })
})
