import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { type Fields, fieldsOf, listOf } from './answer-fields.ts'
import { plainText } from './plain-text.ts'

/** As many as a box shows without scrolling. */
const MOST_SHOWN = 10

/** What `tallysheet check` finds not to be in order: where, what, how to mend it; else that all is in place. Rows have a tab of their own. */
export function tellCheck(document: Fields, texts: MenuTexts): string[] {
  const { check, trouble } = texts
  const wrong = listOf(document.findings)
    .map(fieldsOf)
    .filter(({ ok }) => ok !== true)
  // Neither a finding nor a word that there is none: no answer of a check.
  if (wrong.length === 0 && document.ok !== true) return [trouble.failed(200, '')]
  const left = wrong.length - MOST_SHOWN
  return [
    ...(wrong.length === 0
      ? [check.inPlace]
      : [check.findings, ...wrong.slice(0, MOST_SHOWN).map((finding) => lineOf(finding, texts))]),
    ...(left > 0 ? [check.more(left)] : []),
    '',
    check.rows,
  ]
}

function lineOf(finding: Fields, { check }: MenuTexts): string {
  const [where, message, hint] = [plainText(finding.where), plainText(finding.message), plainText(finding.hint)]
  // Many a message names the place itself; some are sentences, others the name of a rule.
  return check.finding(message.includes(where) ? '' : where, message.replace(/[.。]$/, ''), hint)
}
