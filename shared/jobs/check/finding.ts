import type { CheckName } from '../../model/texts/check-texts.ts'

/** One line of `tallysheet check`; of what is in order, `where` and `hint` are empty. */
export interface Finding {
  check: CheckName
  ok: boolean
  where: string
  message: string
  hint: string
}
