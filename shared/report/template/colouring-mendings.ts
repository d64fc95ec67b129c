import type { GridRange, SheetRequest } from '../../model/sheet-request.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { columnLetters } from '../../model/tabs.ts'
import { ALL_TEXTS } from '../../model/texts/texts.ts'
import type { Mending, Place } from './mending.ts'
import { type ColouringTemplate, type TabTemplate, tabTemplate } from './tab-template.ts'

/**
 * The conditional formats of verdicts, where they are not what they should be: ours are taken away and set anew behind those that
 * people added, which stay. Colours that people gave to ours stay as long as nothing else is wrong with them.
 */
export function colouringMendings(template: TabTemplate, present: TabDetails, place: Place): Mending[] {
  const wanted = template.colourings.flatMap((colouring) => ruleOf(colouring, template, present, place))
  if (wanted.length === 0) return []
  const ours = present.colourings.filter(({ formula }) => formula !== null && labelsOf(template).has(labelIn(formula) ?? ''))
  const isRight =
    ours.length === wanted.length &&
    wanted.every(({ formula, range }, index) => {
      const { formula: shown, ranges } = ours[index]!
      return shown === formula && ranges.length === 1 && covers(ranges[0]!, range, present)
    })
  if (isRight) return []
  const { sheetId } = present
  const kept = present.colourings.length - ours.length
  const requests: SheetRequest[] = [
    ...ours.toReversed().map(({ index }) => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...wanted.map(({ formula, range, format }, index) => ({
      addConditionalFormatRule: {
        index: kept + index,
        rule: {
          ranges: [range],
          booleanRule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] }, format },
        },
      },
    })),
  ]
  return [{ kind: 'colours', tab: template.tab, cell: null, requests }]
}

function ruleOf(
  { column, label, wholeRow, format }: ColouringTemplate,
  { columns }: TabTemplate,
  present: TabDetails,
  place: Place,
) {
  const index = place.columns[column]
  if (index === undefined) return []
  const places = columns.flatMap(({ key }) => place.columns[key] ?? [])
  const range: GridRange = {
    sheetId: present.sheetId,
    startRowIndex: place.headerRow + 1,
    startColumnIndex: wholeRow ? Math.min(...places) : index,
    endColumnIndex: wholeRow ? Math.max(...places) + 1 : index + 1,
  }
  return [{ formula: `=$${columnLetters(index)}${place.headerRow + 2}="${label.replaceAll('"', '""')}"`, range, format }]
}

/** The label that a rule of our kind compares with. */
const labelIn = (formula: string): string | null =>
  /^=\$?[A-Z]{1,3}\$?\d+="(.*)"$/.exec(formula)?.[1]?.replaceAll('""', '"') ?? null

/** The labels of our rules on the tab, in every language that it may have been made in. */
const labelsOf = ({ tab }: TabTemplate): ReadonlySet<string> =>
  new Set(ALL_TEXTS.flatMap((texts) => tabTemplate(tab, [], texts).colourings.map(({ label }) => label)))

const covers = (present: GridRange, wanted: GridRange, { rowCount }: TabDetails): boolean =>
  (present.startRowIndex ?? 0) === wanted.startRowIndex &&
  (present.endRowIndex ?? rowCount) >= rowCount &&
  (present.startColumnIndex ?? 0) === wanted.startColumnIndex &&
  present.endColumnIndex === wanted.endColumnIndex
