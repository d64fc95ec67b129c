import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { CellState } from '../protocol.ts'

const NAMED_COLOURS: Record<string, string> = {
  green: '#2e7d5b',
  blue: '#2b5c9e',
  orange: '#d9822b',
  red: '#c0392b',
  grey: '#8a94a0',
}

/**
 * The bar that `=SPARKLINE(value, {"charttype","bar";"max",…;"color1",…})` draws, or undefined for any other formula. Both the value and
 * the options are worked out as formulas of the cell.
 */
export function sparklineBar(
  formula: string | undefined,
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  row: number,
  column: number,
): CellState['bar'] {
  const call = formula === undefined ? null : /SPARKLINE\(([^;{]+?),\s*\{(.*)\}\s*\)/is.exec(formula)
  if (!call) return undefined
  const worth = (expression: string) => spreadsheet.calculation.formulaAt(sheet, row, column, `=${expression}`)
  const options = new Map(
    call[2]!.split(';').map((pair) => {
      const [, name = '', expression = '""'] = /^\s*"([^"]*)"\s*,\s*(.+)$/s.exec(pair) ?? []
      return [name.toLowerCase(), worth(expression)]
    }),
  )
  if (options.get('charttype') !== 'bar') return undefined
  const value = worth(call[1]!)
  const most = options.get('max')
  if (typeof value !== 'number') return { share: 0, colour: '#8a94a0' }
  const share = Math.min(1, Math.max(0, value / (typeof most === 'number' && most > 0 ? most : 1)))
  return { share, colour: colourOf(options.get('color1')) }
}

function colourOf(given: unknown): string {
  const text = String(given ?? '').toLowerCase()
  return /^#[0-9a-f]{6}$/.test(text) ? text : (NAMED_COLOURS[text] ?? '#2b5c9e')
}
