import { quotedTitle } from '../a1.ts'
import { type DimensionEdit, shiftSpan } from '../shift.ts'
import { bareTitle, type Corner, cornersText, type Reference } from './cell-references.ts'
import { FormulaSyntaxError, type Token, tokenize } from './tokenizer.ts'

/** An edit of rows or columns as a formula sees it. `ownSheet`: the formula stands on the edited sheet. */
export interface ReferenceEdit extends DimensionEdit {
  readonly sheetTitle: string
  readonly ownSheet: boolean
}

/**
 * The formula after rows or columns were inserted, deleted or moved: its references go on pointing at the same cells, those
 * to deleted cells become #REF!. A range is moved as a whole only when all of it moves; what Google does to a range
 * of which an edge is moved away is not settled.
 */
export function rewriteReferences(text: string, edit: ReferenceEdit): string {
  return replaceReferences(text, (reference) => {
    const concerned = reference.sheet === undefined ? edit.ownSheet : sameTitle(reference.sheet, edit.sheetTitle)
    return concerned ? shifted(reference, edit) : reference
  })
}

/** The formula as it reads when copied so many rows down and columns to the right: relative references go along. */
export function translateReferences(text: string, rowDelta: number, columnDelta: number): string {
  const along = (index: number | undefined, fixed: boolean, delta: number) =>
    index === undefined || fixed ? index : index + delta
  const translated = (corner: Corner): Corner => ({
    ...corner,
    row: along(corner.row, corner.rowFixed, rowDelta),
    column: along(corner.column, corner.columnFixed, columnDelta),
  })
  return replaceReferences(text, (reference) => {
    const first = translated(reference.first)
    const last = reference.last && translated(reference.last)
    const outside = [first, last].some((corner) => (corner?.row ?? 0) < 0 || (corner?.column ?? 0) < 0)
    return outside ? undefined : { ...reference, first, last }
  })
}

/** The formula after a sheet got another title. */
export function renameSheetReferences(text: string, from: string, to: string): string {
  return replaceTokens(text, (token, written) => {
    const bang = token.kind === 'reference' || token.kind === 'error' ? written.lastIndexOf('!', written.indexOf('#') - 1) : -1
    const mark = token.kind === 'reference' ? written.lastIndexOf('!') : bang
    if (mark <= 0 || !sameTitle(bareTitle(written.slice(0, mark)), from)) return written
    return `${quotedTitle(to)}!${written.slice(mark + 1)}`
  })
}

function sameTitle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Replaces each reference by what `change` makes of it; undefined stands for #REF!. Untouched ones keep their spelling. */
function replaceReferences(text: string, change: (reference: Reference) => Reference | undefined): string {
  return replaceTokens(text, (token, written) => {
    if (token.kind !== 'reference') return written
    const changed = change(token.reference)
    if (changed === token.reference) return written
    const prefix = token.reference.sheet === undefined ? '' : written.slice(0, written.lastIndexOf('!') + 1)
    const corners = changed === undefined ? '#REF!' : cornersText(changed)
    return changed !== undefined && corners === cornersText(token.reference) ? written : prefix + corners
  })
}

/** Text that is no readable formula stays as it is. */
function replaceTokens(text: string, replace: (token: Token, written: string) => string): string {
  const start = /^\s*=/.exec(text)?.[0].length ?? 0
  const body = text.slice(start)
  let result = text.slice(0, start)
  let end = 0
  for (const token of readableTokens(body)) {
    result += body.slice(end, token.start) + replace(token, body.slice(token.start, token.end))
    end = token.end
  }
  return result + body.slice(end)
}

function readableTokens(text: string): Token[] {
  try {
    return tokenize(text)
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return []
    throw error
  }
}

function shifted(reference: Reference, edit: ReferenceEdit): Reference | undefined {
  const side = edit.dimension === 'ROWS' ? 'row' : 'column'
  const { first, last } = reference
  const one = first[side]
  const other = last ? last[side] : one
  if (one === undefined && other === undefined) return reference
  const open = one === undefined || other === undefined
  const start = Math.min(one ?? other ?? 0, other ?? one ?? 0)
  const span = shiftSpan({ start, end: open ? undefined : Math.max(one, other) + 1 }, edit)
  if (!span) return undefined
  const low = span.start ?? 0
  const high = open ? low : (span.end ?? 0) - 1
  const placed = (corner: Corner): Corner =>
    corner[side] === undefined ? corner : { ...corner, [side]: corner[side] === start ? low : high }
  return { ...reference, first: placed(first), last: last && placedLast(placed(last), one, other, side, high) }
}

/** The second corner of a range of one line, both of whose corners were at the start. */
function placedLast(
  corner: Corner,
  one: number | undefined,
  other: number | undefined,
  side: 'row' | 'column',
  high: number,
): Corner {
  return one === other && one !== undefined ? { ...corner, [side]: high } : corner
}
