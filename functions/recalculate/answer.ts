import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import { type RecalculateWorld, recalculate } from '../../shared/jobs/recalculate.ts'
import { parseDay } from '../../shared/model/day.ts'
import type { Answer } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { refuseUnknownFields } from '../http/refuse-unknown-fields.ts'

/** Problems in an HTTP answer; the workbook's own tab lists all. */
const MOST_PROBLEMS = 50

/** What `POST /recalculate` answers (command-line.md, "HTTP"). Throws Failure. */
export async function answerRecalculate(
  { body, caller, tick, trigger }: Pick<Call, 'body' | 'caller' | 'tick' | 'trigger'>,
  { today, language }: Pick<Config, 'today' | 'language'>,
  world: RecalculateWorld,
): Promise<Answer> {
  const { asOf, reason } = readRequest(body)
  const document = await recalculate(
    {
      reason: reason ?? (tick ? 'schedule' : 'http'),
      who: tick ? 'schedule' : caller.email,
      ...(asOf ? { asOf } : {}),
      ...(today ? { today } : {}),
      ...(trigger ? { trigger } : {}),
      ...(language ? { language } : {}),
    },
    world,
  )
  return { status: 200, body: { ...document, problems: document.problems.slice(0, MOST_PROBLEMS) } }
}

function readRequest({ asOf, reason, ...rest }: Call['body']): { asOf?: string; reason?: string } {
  refuseUnknownFields(rest)
  if (asOf !== undefined && (typeof asOf !== 'string' || !parseDay(asOf)))
    throw new Failure('wrong-usage', { what: 'asOf is not a day (YYYY-MM-DD)' })
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > 200))
    throw new Failure('wrong-usage', { what: 'reason is not a short text' })
  return { ...(asOf === undefined ? {} : { asOf }), ...(reason === undefined ? {} : { reason }) }
}
