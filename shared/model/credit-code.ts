const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is wrong with a unified social credit code by GB 32100-2015, or null. */
export type CreditCodeFault = 'length' | 'characters' | 'check-character'

/**
 * Judges an 18-character code: characters of 0-9A-Z without I O S V Z, and the check character of weights 3^(i-1) mod 31.
 * Real codes exist whose check character fails: callers treat that fault as a note (product.md).
 */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return 'length'
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return 'characters'
    sum += value * weight
    weight = (weight * 3) % 31
  }
  if (!ALPHABET.includes(code[17]!)) return 'characters'
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17] ? null : 'check-character'
}

/** The code for 17 characters with its check character appended; for generated samples. */
export function withCheckCharacter(first17: string): string {
  const found = [...ALPHABET].find((character) => creditCodeFault(first17 + character) === null)
  if (!found) throw new RangeError('not 17 characters of the credit code alphabet')
  return first17 + found
}
