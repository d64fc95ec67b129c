import { asFailure, Failure, type Fault } from '../../shared/errors.ts'
import { type RecalculateWorld, recalculate } from '../../shared/jobs/recalculate.ts'
import { parseDay } from '../../shared/model/day.ts'
import type { Texts } from '../../shared/model/texts/texts.ts'

/** Problems in an HTTP answer; the workbook's own tab lists all. */
const MOST_PROBLEMS = 50

export interface Answer {
  status: number
  body: unknown
}

const STATUS: Record<Fault, number> = { caller: 400, configuration: 500, spreadsheet: 409, google: 502, internal: 500 }

/** What `POST /recalculate` answers to a parsed body (command-line.md, "HTTP"). */
export async function answerRecalculate(
  body: unknown,
  today: string | undefined,
  world: RecalculateWorld,
  texts: Texts,
): Promise<Answer> {
  try {
    const { asOf, reason } = readBody(body)
    const document = await recalculate(
      { reason: reason ?? 'http', who: 'caller', ...(asOf ? { asOf } : {}), ...(today ? { today } : {}) },
      world,
    )
    return { status: 200, body: { ...document, problems: document.problems.slice(0, MOST_PROBLEMS) } }
  } catch (thrown) {
    const failure = asFailure(thrown)
    const message = texts.messages.failure[failure.code]?.(failure.facts) ?? ''
    const hint = texts.messages.hint[failure.code]?.(failure.facts)
    const status = failure.code === 'quota' || failure.code === 'unavailable' ? 503 : STATUS[failure.fault]
    return { status, body: { error: { code: failure.code, message, ...(hint ? { hint } : {}) } } }
  }
}

function readBody(body: unknown): { asOf?: string; reason?: string } {
  if (body === undefined || body === null || body === '') return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Failure('wrong-usage', { what: 'the body is not a JSON object' })
  const { asOf, reason, ...rest } = body as Record<string, unknown>
  const unknown = Object.keys(rest)
  if (unknown.length > 0) throw new Failure('wrong-usage', { what: `unknown field ${unknown[0]!.slice(0, 40)}` })
  if (asOf !== undefined && (typeof asOf !== 'string' || !parseDay(asOf)))
    throw new Failure('wrong-usage', { what: 'asOf is not a day (YYYY-MM-DD)' })
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > 200))
    throw new Failure('wrong-usage', { what: 'reason is not a short text' })
  return { ...(asOf === undefined ? {} : { asOf }), ...(reason === undefined ? {} : { reason }) }
}
