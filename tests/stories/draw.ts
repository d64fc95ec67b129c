import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { columnLetters } from '../../shared/model/tabs.ts'
import { colouringAt, columnIndex, type Look } from './colouring.ts'
import type { Sheet } from './read-sheet.ts'
import { ROW_NUMBERS, STYLE } from './style.ts'

type Cell = sheets_v4.Schema$CellData

/** What of a tab is drawn: rows below the header by number, and all columns but these. */
export interface Crop {
  rows: readonly number[]
  without: readonly string[]
}

/** A page that shows a tab the way a browser shows it to people: the header and some rows, with the strip of tabs below. */
export function drawTab(tabs: readonly Sheet[], sheet: Sheet, { rows, without }: Crop): { html: string; width: number } {
  const grid = sheet.data?.[0] ?? {}
  const cells = (grid.rowData ?? []).map(({ values }) => values ?? [])
  const cellAt = (row: number, column: number): Cell => cells[row]?.[column] ?? {}
  const textAt = (row: number, letters: string): string => cellAt(row, columnIndex(letters)).formattedValue ?? ''
  const columns = (grid.columnMetadata ?? [])
    .map(({ pixelSize, hiddenByUser }, index) => ({ index, letters: columnLetters(index), pixelSize, hiddenByUser }))
    .filter(({ letters, hiddenByUser }) => !hiddenByUser && !without.includes(letters))
  const width = ROW_NUMBERS + columns.reduce((sum, { pixelSize }) => sum + (pixelSize ?? 0), 0)
  const frozen = sheet.properties?.gridProperties?.frozenRowCount ?? 0

  const shown = [...Array.from({ length: frozen }, (_, row) => row), ...rows.map((row) => row - 1)]

  const line = (row: number, place: number): string => {
    const drawn = columns.map(({ index }, at) => {
      const cell = cellAt(row, index)
      const look = { ...cell.effectiveFormat, ...coloured(cell, colouringAt(sheet, row, index, textAt)) }
      const next = columns[at + 1]
      // A formula that gives nothing keeps its neighbour's text out all the same.
      const overflows = next !== undefined && cellAt(row, next.index).effectiveValue === undefined
      return drawCell(cell, look, overflows)
    })
    const marks = [...(row === frozen - 1 ? ['frozen'] : []), ...(row + 1 < (shown[place + 1] ?? 0) ? ['before-hidden'] : [])]
    const height = grid.rowMetadata?.[row]?.pixelSize ?? 21
    return `<tr class="${marks.join(' ')}" style="height:${height}px"><th>${row + 1}</th>${drawn.join('')}</tr>`
  }
  const head = columns
    .map(
      ({ index, letters }, at) =>
        `<th class="${index + 1 < (columns[at + 1]?.index ?? 0) ? 'before-hidden' : ''}">${letters}</th>`,
    )
    .join('')
  const sizes = columns.map(({ pixelSize }) => `<col style="width:${pixelSize}px">`).join('')
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${STYLE}</style><body style="width:${width}px">
<table><col style="width:${ROW_NUMBERS}px">${sizes}<tr class="letters"><th></th>${head}</tr>
${shown.map(line).join('\n')}</table>
<nav>${tabs.map((tab) => drawTitle(tab, sheet)).join('')}</nav></body></html>`
  return { html, width }
}

/** A rule changes parts of a cell's look and leaves the others. */
const coloured = (cell: Cell, rule: Look): Look => ({
  ...rule,
  textFormat: { ...cell.effectiveFormat?.textFormat, ...rule.textFormat },
})

function drawCell(cell: Cell, look: Look, overflows: boolean): string {
  const { textFormat, wrapStrategy, verticalAlignment, backgroundColorStyle } = look
  const isNumber = cell.effectiveValue?.numberValue != null
  const align = look.horizontalAlignment ?? (isNumber ? 'RIGHT' : 'LEFT')
  const wraps = wrapStrategy === 'WRAP'
  const style = [
    `text-align:${align.toLowerCase()}`,
    `vertical-align:${(verticalAlignment ?? 'BOTTOM').toLowerCase()}`,
    ...(backgroundColorStyle?.rgbColor ? [`background-color:${css(backgroundColorStyle.rgbColor)}`] : []),
    ...(textFormat?.foregroundColorStyle?.rgbColor ? [`color:${css(textFormat.foregroundColorStyle.rgbColor)}`] : []),
    ...(textFormat?.bold ? ['font-weight:bold'] : []),
    ...(textFormat?.italic ? ['font-style:italic'] : []),
  ]
  const shape = wraps ? 'wrapped' : overflows && wrapStrategy !== 'CLIP' && !isNumber ? 'over' : 'clipped'
  const marks = [...(cell.note ? ['note'] : []), ...(cell.dataValidation?.showCustomUi ? ['choices'] : [])]
  return `<td class="${marks.join(' ')}" style="${style.join(';')}"><div class="${shape}">${escaped(cell.formattedValue ?? '')}</div></td>`
}

function drawTitle({ properties }: Sheet, shown: Sheet): string {
  if (properties?.hidden) return ''
  const colour = properties?.tabColorStyle?.rgbColor
  const isShown = properties?.sheetId === shown.properties?.sheetId
  return `<span class="${isShown ? 'shown' : ''}" style="border-bottom-color:${colour ? css(colour) : 'transparent'}">${escaped(properties?.title ?? '')}</span>`
}

const css = ({ red, green, blue }: sheets_v4.Schema$Color): string =>
  `rgb(${[red, green, blue].map((part) => Math.round((part ?? 0) * 255)).join(' ')})`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
