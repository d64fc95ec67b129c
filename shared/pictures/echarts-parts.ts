// The parts of ECharts that our charts are made of: named one by one, so that a bundle holds no more than these.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { LegacyGridContainLabel } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegacyGridContainLabel,
  LegendComponent,
  TitleComponent,
  SVGRenderer,
])

export { init } from 'echarts/core'
