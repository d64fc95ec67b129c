import type { Enterprise } from '../model/enterprise.ts'
import type { EnterpriseTitle } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { type EntryReader, entryReader } from './entry-reader.ts'
import { TITLE_LABELS } from './labels.ts'
import { enterprisesNamed, foldCode, indexNames, type NameIndex } from './read-name.ts'
import { rowsOf, type Table } from './table.ts'

/** Reads the tab Titles. A row that doesn't tell the enterprise, the title or its days is a problem and not used: a count must not guess. */
export function readTitles(table: Table, register: readonly Enterprise[]): { titles: EnterpriseTitle[]; problems: Problem[] } {
  const problems: Problem[] = []
  const titles: EnterpriseTitle[] = []
  const index = indexNames(register)
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const enterprise = enterpriseOf(entry, index)
    entry.required('title')
    const title = entry.label('title', TITLE_LABELS)
    const level = entry.text('level')
    const grantedOn = entry.day('grantedOn', 'first')
    const expiresOn = entry.day('expiresOn', 'last')
    if (enterprise === null || title === null || entry.isFaulty()) continue
    titles.push({ enterprise: enterprise.id, title, level, grantedOn, expiresOn })
  }
  return { titles, problems }
}

/** By name, alias or credit code; a name that two enterprises have needs the code. */
function enterpriseOf(entry: EntryReader, index: NameIndex): Enterprise | null {
  const text = entry.required('enterprise')
  if (text === '') return null
  const byCode = index.code.get(foldCode(text))
  if (byCode) return byCode
  const named = enterprisesNamed(index, text)
  return named.length === 1 ? named[0]! : entry.fault('enterprise', 'enterprise')
}
