import type { Chart } from '../model/chart.ts'
import { chartOption } from './chart-option.ts'

/** The chart as an SVG of that size; names that people gave stand in it as text and nothing else. */
export async function chartSvg(chart: Chart, width: number, height: number): Promise<string> {
  // Loaded with the first picture: it costs a function more than all else that it starts with.
  const { init } = await import('./echarts-parts.ts')
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    drawing.setOption(chartOption(chart, width))
    return drawing.renderToSVGString()
  } finally {
    // What isn't disposed of keeps a timer, and Node alive with it.
    drawing.dispose()
  }
}
