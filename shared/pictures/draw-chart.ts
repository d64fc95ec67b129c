import type { Chart } from '../model/chart.ts'
import { chartSvg } from './chart-svg.ts'
import { FONT_FAMILIES } from './font-file.ts'

export interface DrawingOptions {
  /** Size that the layout is made for. */
  widthPx: number
  heightPx: number
  /** Pixels of the picture a pixel of the layout: 2 for sharp screens and for print. */
  scale: number
  fontFile: string
}

/**
 * The chart as a PNG on white, the same on every machine. Both libraries are loaded only now: most runs draw nothing.
 * @resvg/resvg-js is native and stays outside of a bundle: the build lays its packages into node_modules beside it.
 */
export async function drawChart(chart: Chart, { widthPx, heightPx, scale, fontFile }: DrawingOptions): Promise<Uint8Array> {
  const svg = await chartSvg(chart, widthPx, heightPx)
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(widthPx * scale) },
    font: { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: FONT_FAMILIES[0] },
  })
  return drawing.render().asPng()
}
