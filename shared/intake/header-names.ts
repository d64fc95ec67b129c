import { COLUMNS, type ColumnKey, type TableKey } from '../model/tabs.ts'
import { workbookEn } from '../model/texts/en/workbook.ts'
import type { WorkbookTexts } from '../model/texts/workbook-texts.ts'
import { workbookZh } from '../model/texts/zh-CN/workbook.ts'
import { cleanText } from './clean-text.ts'

const CATALOGUES: readonly WorkbookTexts[] = [workbookZh, workbookEn]

/** A column that a header names; `official` headers win over aliases. */
export interface HeaderMatch {
  column: ColumnKey
  official: boolean
}

/** Header text reduced to what identifies it: no spaces, one case, half width. */
const fold = (text: string): string =>
  cleanText(text)
    .toLowerCase()
    .replace(/[\s*：:]/g, '')

const UNIT_SUFFIX = /\(([^()]*)\)$/
/** A header that states another unit is another column: reading it as 10,000 yuan would be a silent guess. */
const OTHER_UNITS = new Set(
  [
    '元',
    '千元',
    '百万元',
    '千万元',
    '亿元',
    '十亿元',
    'yuan',
    'rmb',
    'cny',
    '1,000yuan',
    'thousandyuan',
    'millionyuan',
    'billionyuan',
  ].concat(['%', '万吨', '吨', 'usd', '美元', '万美元']),
)

/** The headers of a column in each language, as a message shows them. */
export const headersOf = (tab: TableKey, column: ColumnKey): readonly string[] =>
  CATALOGUES.map((texts) => (texts.header[tab] as Record<string, string>)[column]!)

interface HeaderNames {
  full: ReadonlyMap<string, HeaderMatch>
  /** Without their suffix in parentheses; null where two columns share the rest. */
  short: ReadonlyMap<string, HeaderMatch | null>
}

function namesOf(tab: TableKey): HeaderNames {
  const full = new Map<string, HeaderMatch>()
  const short = new Map<string, HeaderMatch | null>()
  const add = (text: string, match: HeaderMatch): void => {
    const folded = fold(text)
    if (!full.has(folded)) full.set(folded, match)
    const rest = folded.replace(UNIT_SUFFIX, '')
    const known = short.get(rest)
    if (known === undefined) short.set(rest, match)
    else if (known?.column !== match.column) short.set(rest, null)
  }
  for (const column of COLUMNS[tab]) for (const header of headersOf(tab, column)) add(header, { column, official: true })
  for (const column of COLUMNS[tab]) {
    add(column, { column, official: false })
    for (const texts of CATALOGUES) {
      const aliases = texts.headerAliases[tab] as Partial<Record<string, readonly string[]>> | undefined
      for (const alias of aliases?.[column] ?? []) add(alias, { column, official: false })
    }
  }
  return { full, short }
}

const known = new Map<TableKey, HeaderNames>()

/** The column of the tab that a header cell names, or null: by either language or an alias, whatever its width, spaces, case and suffix. */
export function matchHeader(tab: TableKey, header: string): HeaderMatch | null {
  if (header.length > 100) return null
  let names = known.get(tab)
  if (!names) {
    names = namesOf(tab)
    known.set(tab, names)
  }
  const folded = fold(header)
  const exact = names.full.get(folded)
  if (exact) return exact
  if (OTHER_UNITS.has(UNIT_SUFFIX.exec(folded)?.[1] ?? '')) return null
  return names.short.get(folded.replace(UNIT_SUFFIX, '')) ?? null
}
