import type { CustomSeriesOption, CustomSeriesRenderItem } from 'echarts'
import type { ChartSeries } from '../model/chart.ts'
import type { SeriesLook } from './series-look.ts'

/** Width of a range that stands alone, as a share of its category's room. */
const ALONE_SHARE = 0.4

/** Of series that are a range: the index of each lower bound with that of its upper one, which follows it in the same shape. */
export function pairedRanges(series: readonly ChartSeries[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const highs = new Set<number>()
  series.forEach(({ role, shape }, index) => {
    if (role !== 'range' || highs.has(index)) return
    const high = series.findIndex((other, at) => at > index && other.role === 'range' && other.shape === shape && !highs.has(at))
    if (high < 0) return
    pairs.set(index, high)
    highs.add(high)
  })
  return pairs
}

/** From the lower to the upper bound: a band where neighbours both have a range of lines, else a block in its category. */
export function rangeSeries(name: string, low: ChartSeries, high: ChartSeries, look: SeriesLook): CustomSeriesOption {
  const bounds = low.values.map((value, index) => {
    const other = high.values[index] ?? null
    return value === null || other === null ? null : ([Math.min(value, other), Math.max(value, other)] as const)
  })
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const index = params.dataIndex
    const bound = bounds[index]
    if (!bound) return null
    const at = (category: number, value: number) => api.coord([category, value])
    const next = low.shape === 'line' ? bounds[index + 1] : null
    const before = low.shape === 'line' ? bounds[index - 1] : null
    const style = { fill: look.fill, opacity: 0.55, stroke: look.color, lineWidth: look.widthPx }
    if (next) {
      const points = [at(index, bound[0]), at(index + 1, next[0]), at(index + 1, next[1]), at(index, bound[1])]
      return { type: 'polygon', shape: { points }, style: { ...style, stroke: 'none' } }
    }
    if (before) return null
    const [x, top] = at(index, bound[1]) as [number, number]
    const [, bottom] = at(index, bound[0]) as [number, number]
    const width = (api.size!([1, 0]) as number[])[0]! * ALONE_SHARE
    return { type: 'rect', shape: { x: x - width / 2, y: top, width, height: Math.max(1, bottom - top) }, style }
  }
  return {
    type: 'custom',
    name,
    z: look.z,
    renderItem,
    itemStyle: { color: look.fill },
    encode: { x: 0, y: [1, 2] },
    data: bounds.map((bound, index) => (bound ? [index, bound[0], bound[1]] : [index, '-', '-'])),
  }
}
