import { KEY_TEXT_LENGTH } from '../model/row-key.ts'
import { type ColumnKey, columnLetters, quotedTitle } from '../model/tabs.ts'
import type { WorkbookTexts } from '../model/texts/workbook-texts.ts'

/** Columns of Submissions that identify a row, and those that hold its figures, in the order of their keys. */
const IDENTITY_COLUMNS = ['period', 'enterprise', 'creditCode'] as const
const FIGURE_COLUMNS = ['outputYtd', 'outputMonth', 'outputYtdLastYear', 'valueAddedYtd'] as const

/**
 * The one array formula of Submissions: for each row, status and message by the row's own content (product.md, "The verdict stays
 * with its row"). It stands in the header cell of the status column and refers to whole columns from the header row on, so that
 * sorting, inserting and deleting rows can't misplace a verdict. VLOOKUP takes * ? ~ in a key for wildcards: they are escaped.
 * `headerRow` is 0-based; columns are found where they are now. `statusTab` is the title of the hidden tab.
 */
export function statusFormula(
  headerRow: number,
  columns: Partial<Record<ColumnKey<'submissions'>, number>>,
  statusTab: string,
  texts: WorkbookTexts,
): string {
  const whole = (key: ColumnKey<'submissions'>): string | undefined => {
    const index = columns[key]
    return index === undefined ? undefined : `${columnLetters(index)}${headerRow + 1}:${columnLetters(index)}`
  }
  const first = `${columnLetters(columns.period!)}${headerRow + 1}`
  const text = (range: string | undefined) => (range ? `LEFT(IFERROR(TO_TEXT(${range}),"#"),${KEY_TEXT_LENGTH})` : '""')
  const figure = (range: string | undefined) => (range ? `IF(ISNUMBER(${range}),TEXT(${range},"0.0000"),${text(range)})` : '""')
  const identity = IDENTITY_COLUMNS.map((key) => text(whole(key)))
  const figures = FIGURE_COLUMNS.map((key) => figure(whole(key)))
  const row = identity.join('&"|"&')
  const own = figures.join('&"|"&')
  const table = `${quotedTitle(statusTab)}!`
  const pair = (status: string, message: string) => `{"${status.replaceAll('"', '""')}","${message.replaceAll('"', '""')}"}`
  const lookUp = (key: string, columns: string) => `VLOOKUP(${escaped(key)},${table}A:D,${columns},FALSE)`
  const { header, notYetJudged, edited } = texts
  return (
    `=ARRAYFORMULA(IF(ROW(${first}:${first.replace(/\d+$/, '')})=ROW(${first}),${pair(header.submissions.status, header.submissions.message)},` +
    `IF(LEN(TRIM(${[...identity, ...figures].join('&')}))=0,"",` +
    // Rows that share enterprise and month stand under their full key; all others under the row's, with their figures beside it.
    `IFNA(${lookUp(`${row}&"|"&${own}`, '{3,4}')},` +
    `IF(ISNA(${lookUp(row, '1')}),${pair(notYetJudged, '')},` +
    `IF(${lookUp(row, '2')}=${own},${lookUp(row, '{3,4}')},${pair(edited, '')}))))))`
  )
}

const escaped = (key: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${key},"~","~~"),"*","~*"),"?","~?")`
