import { asCell, asSlot } from '../cell.ts'
import { normaliseColours } from '../colours.ts'
import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

interface Request {
  readonly range?: GridRange
  readonly top?: JsonObject
  readonly bottom?: JsonObject
  readonly left?: JsonObject
  readonly right?: JsonObject
  readonly innerHorizontal?: JsonObject
  readonly innerVertical?: JsonObject
}

/** Sets the outer and inner borders of a range; sides that are not named stay. */
export function updateBorders(request: Request, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  const lines = normaliseColours({ ...request, range: undefined }) as Omit<Request, 'range'>
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const sides = {
        top: row === area.startRow ? lines.top : lines.innerHorizontal,
        bottom: row === area.endRow - 1 ? lines.bottom : lines.innerHorizontal,
        left: column === area.startColumn ? lines.left : lines.innerVertical,
        right: column === area.endColumn - 1 ? lines.right : lines.innerVertical,
      }
      const cell = asCell(sheet.grid.get(row, column))
      const borders = withSides(cell.format?.borders as JsonObject | undefined, sides)
      const { borders: _old, ...format } = cell.format ?? {}
      const kept = borders ? { ...format, borders } : format
      sheet.grid.set(row, column, asSlot({ ...cell, format: Object.keys(kept).length === 0 ? undefined : kept }))
    }
  }
}

function withSides(
  old: JsonObject | undefined,
  sides: { readonly [side: string]: JsonObject | undefined },
): JsonObject | undefined {
  const merged = { ...old, ...Object.fromEntries(Object.entries(sides).filter(([, line]) => line !== undefined)) }
  const drawn = Object.entries(merged).filter(([, line]) => (line as JsonObject).style !== 'NONE')
  return drawn.length === 0 ? undefined : Object.fromEntries(drawn)
}
