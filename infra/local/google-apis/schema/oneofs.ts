import { fieldsOf } from './types.ts'

/** Types of which only one field may be set; the discovery document does not say so, the API's reference does. */
const ONEOFS: Record<string, string> = { Request: 'kind', ExtendedValue: 'value', DataFilter: 'filter' }

/** Google's words when a second field of a one-of is set, undefined when all is well. */
export function oneofViolation(typeName: string, set: object, fieldName: string): string | undefined {
  const oneof = ONEOFS[typeName]
  if (oneof === undefined) return undefined
  for (const other in set) {
    if (other !== fieldName && fieldsOf(typeName).has(other)) {
      return `oneof field '${oneof}' is already set. Cannot set '${fieldName}'`
    }
  }
  return undefined
}
