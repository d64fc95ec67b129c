import type { Config } from '../../shared/config.ts'
import { check } from '../../shared/jobs/check.ts'
import type { Workbook, World } from '../../shared/ports.ts'
import type { Answer } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { refuseUnknownFields } from '../http/refuse-unknown-fields.ts'

/** What `POST /check` answers: what `tallysheet check --json` prints, and in which language it is. Nothing is written. Throws Failure. */
export async function answerCheck(
  { body }: Pick<Call, 'body'>,
  { today, language = 'zh-CN' }: Pick<Config, 'today' | 'language'>,
  world: World & { workbook: Workbook },
): Promise<Answer> {
  refuseUnknownFields(body)
  const document = await check({ language, ...(today ? { today } : {}) }, world)
  world.log.info('checked', { ok: document.ok, wrong: document.findings.filter(({ ok }) => !ok).length })
  return { status: 200, body: document }
}
