import type { ChartSeries } from '../model/chart.ts'

export const INK = '#1d2b3a'
export const FAINT = '#5b6773'
export const GRID = '#dfe4ea'

/** The hues of the tabs (tab-looks.ts): blue, green and a dark orange differ in lightness too, for colour-blind people and grey prints. */
const HUES = ['#2b5c9e', '#2e7d5b', '#b5541c'] as const
const MARKS = ['circle', 'rect', 'triangle'] as const

/** Of what may come: the light orange of held-back verdicts. */
const RANGE_FILL = '#f2b48c'
const STRETCH = '#b5541c'
const LAST_YEAR = '#8a949e'

/** How a series is drawn; never told from another by colour alone. */
export interface SeriesLook {
  color: string
  fill: string
  widthPx: number
  dash: 'solid' | number[]
  /** Symbol at the points of a line. */
  mark: string
  /** Later ones cover earlier ones. */
  z: number
}

/** The look of a series; `nth` counts the series of the same role before it. */
export function seriesLook({ role }: ChartSeries, nth: number): SeriesLook {
  const hue = HUES[nth % HUES.length]!
  switch (role) {
    case 'actual':
      return { color: hue, fill: hue, widthPx: 3.5, dash: 'solid', mark: MARKS[nth % MARKS.length]!, z: 6 }
    case 'last-year':
      return { color: LAST_YEAR, fill: '#ffffff', widthPx: 1.5, dash: 'solid', mark: 'none', z: 3 }
    case 'path':
      return { color: HUES[1], fill: '#ffffff', widthPx: 2, dash: [7, 5], mark: 'none', z: 4 }
    case 'target':
      return { color: INK, fill: INK, widthPx: 2.5, dash: 'solid', mark: 'none', z: 5 }
    case 'stretch':
      return { color: STRETCH, fill: '#ffffff', widthPx: 2, dash: [2, 4], mark: 'none', z: 5 }
    case 'range':
      return { color: RANGE_FILL, fill: RANGE_FILL, widthPx: 1, dash: 'solid', mark: 'none', z: 2 }
  }
}
