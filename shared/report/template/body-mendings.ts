import type { GridRange } from '../../model/sheet-request.ts'
import { type CellDetails, type CellValidation, cellIn, type TabDetails } from '../../model/tab-details.ts'
import { columnLetters, quotedTitle } from '../../model/tabs.ts'
import type { Choices } from './choices.ts'
import { columnSpan, type ListPlace, type ListPlaces, type Mending } from './mending.ts'
import type { ColumnTemplate, TabTemplate } from './tab-template.ts'

/** Number formats and drop-downs that cells below the header lack. Contents are never touched. */
export function bodyMendings(
  { tab }: TabTemplate,
  { format, choices }: ColumnTemplate,
  index: number,
  present: TabDetails,
  headerRow: number,
  lists: ListPlaces,
): Mending[] {
  const mendings: Mending[] = []
  const rule = choices && validationOf(choices, lists)
  const unformatted = format ? runsOf(present, index, headerRow, (cell) => mayFormat(cell) && !hasFormat(cell, format)) : []
  if (format && unformatted.length > 0)
    mendings.push({
      kind: 'format',
      tab,
      cell: columnSpan(index, unformatted[0]!.start, unformatted.at(-1)!.end),
      requests: unformatted.map((run) => ({
        repeatCell: {
          range: rangeOf(present, index, run),
          cell: { userEnteredFormat: { numberFormat: format } },
          fields: 'userEnteredFormat.numberFormat',
        },
      })),
    })
  const unruled = rule ? runsOf(present, index, headerRow, ({ validation }) => !sameRule(validation, rule)) : []
  if (choices && rule && unruled.length > 0)
    mendings.push({
      kind: 'choices',
      tab,
      cell: columnSpan(index, unruled[0]!.start, unruled.at(-1)!.end),
      requests: unruled.map((run) => ({
        setDataValidation: {
          range: rangeOf(present, index, run),
          rule: {
            condition: { type: rule.type, values: rule.values.map((userEnteredValue) => ({ userEnteredValue })) },
            inputMessage: choices.message,
            // A warning, never a refusal: people paste what other systems give them, and the run judges it.
            strict: false,
            showCustomUi: true,
          },
        },
      })),
    })
  return mendings
}

/** Half-open, from 0. */
interface Run {
  start: number
  end: number
}

/** The rows below the header, as far as they were read, whose cell is to be changed; neighbours together. */
function runsOf(present: TabDetails, column: number, headerRow: number, differs: (cell: CellDetails) => boolean): Run[] {
  const runs: Run[] = []
  const end = Math.min(present.rowsRead, present.rowCount)
  for (let row = headerRow + 1; row < end; row++) {
    if (!differs(cellIn(present, row, column))) continue
    const last = runs.at(-1)
    if (last?.end === row) last.end++
    else runs.push({ start: row, end: row + 1 })
  }
  return runs
}

/** Open at the end where it reaches the last row, so that rows that are added meanwhile are covered. */
const rangeOf = ({ sheetId, rowCount }: TabDetails, column: number, { start, end }: Run): GridRange => ({
  sheetId,
  startRowIndex: start,
  ...(end < rowCount ? { endRowIndex: end } : {}),
  startColumnIndex: column,
  endColumnIndex: column + 1,
})

/**
 * A date is a number that its format alone makes a date: another format would turn it into a figure or a serial number. The
 * formats of formulas may come from what they give. Both stay.
 */
const mayFormat = ({ value, formula, format }: CellDetails): boolean =>
  formula === null && !(typeof value === 'number' && /DATE|TIME/.test(format?.type ?? ''))

const hasFormat = ({ format }: CellDetails, wanted: { type: string; pattern: string }): boolean =>
  format?.type === wanted.type && (format.pattern === wanted.pattern || format.pattern === '')

/** The rule of a drop-down; null where the register isn't there. */
function validationOf(choices: Choices, lists: ListPlaces): CellValidation | null {
  const rule = { strict: false, dropDown: true }
  if (choices.from === 'words') return { ...rule, type: 'ONE_OF_LIST', values: choices.words.map(([, word]) => word) }
  const list = lists[choices.register]
  return list ? { ...rule, type: 'ONE_OF_RANGE', values: [listReference(list)] } : null
}

const listReference = ({ title, column, firstRow }: ListPlace): string => {
  const letters = columnLetters(column)
  return `=${quotedTitle(title)}!$${letters}$${firstRow + 1}:$${letters}`
}

const sameRule = (present: CellValidation | null, wanted: CellValidation): boolean =>
  present !== null &&
  present.type === wanted.type &&
  present.strict === wanted.strict &&
  present.dropDown === wanted.dropDown &&
  present.values.length === wanted.values.length &&
  present.values.every((value, index) => foldReference(value) === foldReference(wanted.values[index]!))

/** Google may quote less, and bound a column that was left open: neither is another rule. */
const foldReference = (value: string): string =>
  value.startsWith('=') ? value.replace(/['$]/g, '').replace(/:([A-Z]+)\d+$/, ':$1') : value
