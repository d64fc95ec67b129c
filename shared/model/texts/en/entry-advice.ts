import type { Problem } from '../../problem.ts'

/** What to type into a cell of a register that can't be read. */
export function entryAdviceEn({ read, facts }: Problem): string {
  const { expected, choices, key, used, meant, unit } = facts
  const wrong = `“${read}” can't be used here.`
  switch (expected) {
    case 'required':
      return 'This cell is empty, and the row needs it. Please fill it in.'
    case 'choice':
      return `${wrong} Please type one of: ${choices}.`
    case 'month':
      return `${wrong} Please type a month as YYYY-MM, e.g. 2025-03.`
    case 'day':
      return `${wrong} Please type a day as YYYY-MM-DD, e.g. 2025-12-31.`
    case 'year':
      return `${wrong} Please type a year, e.g. 2021.`
    case 'number':
      return `${wrong} Please type one plain number in the row's unit (${unit})${meant ? `, e.g. ${meant}` : ''}.`
    case 'percent':
      return `${wrong} Please type a percentage with its sign as text${meant ? `, e.g. '${meant}` : ", e.g. '40%"}.`
    case 'email':
      return `${wrong} Please type exactly one e-mail address without a name, e.g. zhang@example.com.`
    case 'cluster':
      return `“${read}” is not a cluster of the tab Clusters. Please type one of: ${choices}.`
    case 'enterprise':
      return `“${read}” does not tell one enterprise of the register. Please type its name as there, or its credit code.`
    case 'combination':
      return `“${read}” does not go with the measure of this row. Please type one of: ${choices}.`
    case 'setting':
      return `“${read}” is not a value for ${key}; ${used} is used meanwhile. Please correct it.`
    default:
      return `${wrong} Please correct it.`
  }
}
