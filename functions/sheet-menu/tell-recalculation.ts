import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { countOf, type Fields, fieldsOf, listOf, textsOf } from './answer-fields.ts'
import { plainText } from './plain-text.ts'

/** What a recalculation came to: period, rows by verdict, who is late as a number, whether anything changed, and its warnings. */
export function tellRecalculation(
  { run: runField, rows: rowsField, completeness: field }: Fields,
  { result }: MenuTexts,
): string[] {
  const [run, rows, completeness] = [fieldsOf(runField), fieldsOf(rowsField), fieldsOf(field)]
  const warnings = textsOf(run.warnings)
  return [
    run.changed === true ? result.changed : result.unchanged,
    result.period(plainText(run.period), plainText(run.asOf)),
    result.rows(countOf(rows.read), countOf(rows.accepted), countOf(rows.noted), countOf(rows.held), countOf(rows.rejected)),
    ...(typeof rows.hidden === 'number' && rows.hidden > 0 ? [result.hidden(countOf(rows.hidden))] : []),
    result.reported(countOf(completeness.reported), countOf(completeness.expected), String(listOf(completeness.late).length)),
    ...(warnings.length > 0 ? ['', result.warnings, ...warnings.map(result.item)] : []),
  ]
}
