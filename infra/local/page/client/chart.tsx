import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ChartState } from '../protocol.ts'
import { chartOption } from './chart-option.ts'
import { useWords } from './page-words.ts'

use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
])

interface ChartProps {
  chart: ChartState
  left: number
  top: number
  dark: boolean
}

/** A native chart of the spreadsheet, drawn from its specification; its values stand beside it as a table for those who don't see it. */
export function Chart({ chart, left, top, dark }: ChartProps) {
  const words = useWords().workbook
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawn = init(place.current, dark ? 'dark' : undefined)
    drawn.setOption(chartOption(chart, dark))
    return () => drawn.dispose()
  }, [chart, dark])
  return (
    <figure className="chart" style={{ left, top, width: chart.width, height: chart.height }}>
      <div ref={place} aria-hidden="true" style={{ width: chart.width, height: chart.height }} />
      <table className="unseen">
        <caption>{words.chart(chart.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.axisTitles.bottom}</th>
            {chart.series.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: series have no other identity
              <th scope="col" key={index}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.categories.map((category, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: categories may repeat
            <tr key={row}>
              <th scope="row">{category}</th>
              {chart.series.map(({ values }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={index}>{values[row] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
