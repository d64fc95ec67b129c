import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import type { Refusal } from './call-service.ts'

/** Why nothing came of a click, and what to do about it. */
export function tellRefusal(refusal: Refusal, { trouble }: MenuTexts): string[] {
  if (refusal.kind === 'no-address') return [trouble.noAddress(refusal.property)]
  if (refusal.kind === 'no-identity') return [trouble.noIdentity]
  if (refusal.kind === 'no-answer') return [trouble.noAnswer]
  const { status, code, message, hint, seconds } = refusal
  if (status === 401 || (status >= 300 && status < 400)) return [trouble.unauthenticated]
  if (status === 403) return [trouble.notAllowed]
  if (status === 404 || status === 405) return [trouble.wrongAddress]
  if (status === 429) return [trouble.tooMany(seconds)]
  const reason = [message, hint].filter((text) => text !== '')
  if (status === 503) return [trouble.busy, ...reason]
  if (status === 409) return [trouble.workbook, ...reason]
  return [trouble.failed(status, code), ...reason]
}
