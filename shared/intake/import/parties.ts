import type { Enterprise } from '../../model/enterprise.ts'
import type { Rule } from '../../model/problem.ts'
import type { CellValue } from '../../model/tabs.ts'
import { keptText } from '../clean-text.ts'
import { foldCode, foldName, indexNames, readWho, type WhoReading } from '../read-name.ts'

/** Who a row of the file is about. */
export interface Party {
  /** The same for the same enterprise, whatever its row calls it. */
  key: string
  name: string
  creditCode: string | null
  /** Further names under the same credit code. */
  otherNames: string[]
  /** Not in the register: to be added to it. */
  isNew: boolean
}

type PartyReading = { party: Party } | { rule: Rule; field: 'enterprise' | 'creditCode'; facts: Readonly<Record<string, string>> }

export interface Parties {
  /** Tells the enterprise of a row of the file; may make a new one. */
  of: (name: CellValue, code: CellValue) => PartyReading
  /** Key of an enterprise as the workbook's rows name it. */
  keyOf: (name: string) => string
}

/** Tells enterprises by the register first; with `mayAdd`, whom it lacks is made anew, one for each name or credit code. */
export function openParties(register: readonly Enterprise[], mayAdd: boolean): Parties {
  const index = indexNames(register)
  const registered = register.map(partyOf)
  const known = new Map(register.map((enterprise, place) => [enterprise, registered[place]!]))
  const readings = new Map<string, WhoReading>()
  const byName = new Map<string, Party>()
  const byCode = new Map<string, Party>()

  function of(nameCell: CellValue, codeCell: CellValue): PartyReading {
    const who = readOnce(nameCell, codeCell)
    if (who.kind === 'enterprise') return { party: known.get(who.enterprise)! }
    const name = keptText(nameCell)
    if (who.rule !== 'unknown-enterprise' || !mayAdd || name === '')
      return { rule: who.rule, field: who.column, facts: who.facts }
    return fresh(name, foldCode(codeCell) || null)
  }

  // Looking for a near name is slow, and a file repeats its names.
  function readOnce(nameCell: CellValue, codeCell: CellValue): WhoReading {
    const cells = JSON.stringify([nameCell, codeCell])
    const who = readings.get(cells) ?? readWho(index, nameCell, codeCell, true)
    readings.set(cells, who)
    return who
  }

  function fresh(name: string, code: string | null): PartyReading {
    const named = byName.get(foldName(name))
    const coded = code === null ? undefined : byCode.get(code)
    const party = coded ?? named ?? { key: `new ${foldName(name)}`, name, creditCode: code, otherNames: [], isNew: true }
    if (named && (named !== party || (code !== null && (party.creditCode ?? code) !== code)))
      return { rule: 'code-name-mismatch', field: 'creditCode', facts: { name: party.name, code: named.creditCode ?? '' } }
    if (coded && !named) party.otherNames.push(name)
    party.creditCode ??= code
    byName.set(foldName(name), party)
    if (code !== null) byCode.set(code, party)
    return { party }
  }

  function keyOf(name: string): string {
    const who = readWho(index, name, null, false)
    return who.kind === 'enterprise' ? known.get(who.enterprise)!.key : `new ${foldName(name)}`
  }

  return { of, keyOf }
}

const partyOf = ({ id, name, creditCode }: Enterprise): Party => ({
  key: `register ${id}`,
  name,
  creditCode,
  otherNames: [],
  isNew: false,
})
