import { distance } from 'fastest-levenshtein'
import { creditCodeFault } from '../model/credit-code.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Rule } from '../model/problem.ts'
import type { CellValue } from '../model/tabs.ts'
import { cleanText, foldWidth, isFormulaError, isPlaceholder, textOf } from './clean-text.ts'
import { otherRows } from './other-rows.ts'
import type { Facts } from './table.ts'

/** Which enterprise a row is about; `variant`: by a spelling that is not the register's, or an alias. */
export type WhoReading =
  | { kind: 'enterprise'; enterprise: Enterprise; variant: boolean }
  | { kind: 'fault'; rule: Rule; column: 'enterprise' | 'creditCode'; facts: Facts }

/** The register by every way to refer to an enterprise. */
export interface NameIndex {
  register: readonly Enterprise[]
  exact: ReadonlyMap<string, readonly Enterprise[]>
  alias: ReadonlyMap<string, readonly Enterprise[]>
  core: ReadonlyMap<string, readonly Enterprise[]>
  code: ReadonlyMap<string, Enterprise>
}

const COMPANY = /(?:股份有限公司|有限责任公司|有限公司|\(株\)|株式会社|co\.?,?ltd\.?|limited|ltd\.?|inc\.?)$/

/** A name for comparing: folded, without spaces, one case. Look-alike letters of other scripts stay different (B41). */
export const foldName = (name: string): string =>
  cleanText(name)
    .toLowerCase()
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/[〔［【]/g, '(')
    .replace(/[〕］】]/g, ')')

/** The folded name without its form of company. */
const coreOf = (folded: string): string => folded.replace(COMPANY, '')

/** A credit code for comparing: half width, upper case, without spaces. */
export const foldCode = (cell: CellValue): string => {
  const text = foldWidth(textOf(cell).slice(0, 400))
  return isPlaceholder(text) ? '' : text.replace(/[ -]/g, '').toUpperCase()
}

/** Makes the register ready to be searched. */
export function indexNames(register: readonly Enterprise[]): NameIndex {
  const exact = new Map<string, Enterprise[]>()
  const alias = new Map<string, Enterprise[]>()
  const core = new Map<string, Enterprise[]>()
  const code = new Map<string, Enterprise>()
  const add = (map: Map<string, Enterprise[]>, key: string, enterprise: Enterprise): void => {
    const known = map.get(key)
    if (!known) map.set(key, [enterprise])
    else if (!known.includes(enterprise)) known.push(enterprise)
  }
  for (const enterprise of register) {
    const folded = foldName(enterprise.name)
    add(exact, folded, enterprise)
    add(core, coreOf(folded), enterprise)
    for (const other of enterprise.aliases) {
      add(alias, foldName(other), enterprise)
      add(core, coreOf(foldName(other)), enterprise)
    }
    if (enterprise.creditCode !== null && !code.has(enterprise.creditCode)) code.set(enterprise.creditCode, enterprise)
  }
  return { register, exact, alias, core, code }
}

/** Enterprises that the name may mean: by name, else by alias, else by the name without its form of company. */
export function enterprisesNamed(index: NameIndex, name: string): readonly Enterprise[] {
  const folded = foldName(name)
  return index.exact.get(folded) ?? index.alias.get(folded) ?? index.core.get(coreOf(folded)) ?? []
}

/**
 * Tells the enterprise from the name and the credit code of a row, either of which is enough; where both are given they must agree
 * (product.md, "Judging a row"; B41, B42). Nothing is matched by likeness: an unknown name gets a suggestion only, if asked for.
 */
export function readWho(index: NameIndex, nameCell: CellValue, codeCell: CellValue, suggesting: boolean): WhoReading {
  const typedName = textOf(nameCell)
  const name = isPlaceholder(typedName.trim()) ? '' : cleanText(bounded(typedName))
  const code = foldCode(codeCell)
  if (isFormulaError(name)) return fault('formula-error', 'enterprise')
  if (code === '') return name === '' ? fault('missing-enterprise', 'enterprise') : byName(index, name, typedName, suggesting)
  if (isFormulaError(code)) return fault('formula-error', 'creditCode')
  if (typeof codeCell === 'number') return fault('bad-credit-code', 'creditCode', { why: 'number' })
  const codeFault = creditCodeFault(code)
  if (codeFault === 'length') return fault('bad-credit-code', 'creditCode', { why: 'length', length: String([...code].length) })
  if (codeFault === 'characters') return fault('bad-credit-code', 'creditCode', { why: 'characters' })
  return byCode(index, code, name, typedName, suggesting)
}

/** A text longer than any name is told by its beginning, and is never equal to a name. */
const bounded = (text: string): string => (text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME)}…`)
const LONGEST_NAME = 2000

const fault = (rule: Rule, column: 'enterprise' | 'creditCode', facts: Facts = {}): WhoReading => ({
  kind: 'fault',
  rule,
  column,
  facts,
})

const found = (enterprise: Enterprise, typedName: string): WhoReading => ({
  kind: 'enterprise',
  enterprise,
  variant: typedName !== '' && typedName !== enterprise.name,
})

function byName(index: NameIndex, name: string, typedName: string, suggesting: boolean): WhoReading {
  const named = enterprisesNamed(index, name)
  if (named.length === 1) return found(named[0]!, typedName)
  if (named.length > 1) return fault('ambiguous-enterprise', 'enterprise', { rows: otherRows(named, null) })
  const suggestion = suggesting ? suggest(index, name) : null
  return fault('unknown-enterprise', 'enterprise', suggestion === null ? {} : { suggestion })
}

function byCode(index: NameIndex, code: string, name: string, typedName: string, suggesting: boolean): WhoReading {
  const coded = index.code.get(code)
  if (name === '') return coded ? found(coded, '') : fault('unknown-enterprise', 'creditCode')
  const named = enterprisesNamed(index, name)
  if (!coded) {
    // An enterprise without a code in the register can't be cross-checked; its name identifies it.
    const uncoded = named.filter((one) => one.creditCode === null)
    if (uncoded.length === 1) return found(uncoded[0]!, typedName)
    if (named.length === 0) return byName(index, name, typedName, suggesting)
    return fault('code-name-mismatch', 'creditCode', registered(named))
  }
  if (named.includes(coded)) return found(coded, typedName)
  if (named.length === 0 && isLike(name, coded.name)) return found(coded, typedName)
  return fault('code-name-mismatch', 'creditCode', { owner: coded.name, ...registered(named) })
}

/** What the register has for the name that was typed. */
function registered(named: readonly Enterprise[]): Facts {
  const codes = named.map((one) => one.creditCode).filter((code) => code !== null)
  return codes.length === 0 ? {} : { name: named[0]!.name, code: codes.join(', ') }
}

const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const LONGEST_COMPARED = 60

/** Is a name that the register lacks a spelling of the name that the code belongs to? */
function isLike(name: string, registered: string): boolean {
  if (name.length > LONGEST_COMPARED || OTHER_SCRIPT.test(name) !== OTHER_SCRIPT.test(registered)) return false
  const typed = coreOf(foldName(name))
  const known = coreOf(foldName(registered))
  return (
    typed.length >= 2 &&
    (known.includes(typed) ||
      (known.length >= 2 && typed.includes(known)) ||
      distance(typed, known) <= Math.max(typed.length, known.length) / 3)
  )
}

/**
 * The name of the register nearest to an unknown one, when it is near and no other is as near: in a register full of names that share
 * their place and their trade, the first of several would be a stranger's. Only ever said, never taken.
 */
function suggest(index: NameIndex, name: string): string | null {
  const typed = coreOf(foldName(name))
  if (typed.length < 2 || typed.length > LONGEST_COMPARED) return null
  let nearest: Enterprise | null = null
  let least = Math.ceil(typed.length / 3) + 1
  for (const [core, enterprises] of index.core) {
    if (Math.abs(core.length - typed.length) > least && !core.includes(typed)) continue
    const steps = slipsBetween(typed, core)
    if (steps > least) continue
    nearest = steps < least || nearest === enterprises[0] ? enterprises[0]! : null
    least = steps
  }
  return nearest?.name ?? null
}

/** How many slips of typing lie between the names: a part left out is less than one, characters that changed places are one. */
function slipsBetween(typed: string, core: string): number {
  if (core.includes(typed)) return 0.5
  const isReordered = typed.length === core.length && sorted(typed) === sorted(core)
  return isReordered ? 1 : distance(typed, core)
}

const sorted = (text: string): string => [...text].toSorted().join('')
