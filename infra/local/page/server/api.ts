import { z } from 'zod'
import { parseDay } from '../../../../shared/model/day.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { choicesOf } from './choices.ts'
import type { Desk } from './desk.ts'
import { EditBody } from './edit-schema.ts'
import { entryText } from './entry-text.ts'
import { runStates } from './runs.ts'
import { tabLayout } from './tab-layout.ts'
import { tabRows } from './tab-rows.ts'
import { walkState } from './walk.ts'

/** A request to the page's API, read in full. */
export interface ApiCall {
  method: string
  /** After `/api/`. */
  path: string
  query: URLSearchParams
  /** The window that asks. */
  window: string
  body: Buffer
}

export interface ApiAnswer {
  status: number
  body: unknown
}

const MOST_ROWS = 1_000
const ok = (body: unknown): ApiAnswer => ({ status: 200, body })
const NOT_FOUND: ApiAnswer = { status: 404, body: { error: { code: 'not-found', message: '' } } }
const BAD: ApiAnswer = { status: 400, body: { error: { code: 'wrong-usage', message: '' } } }

/** Answers one call of the page's client. */
export async function answerApi(call: ApiCall, desk: Desk): Promise<ApiAnswer> {
  const [first = '', second, third] = call.path.split('/')
  if (call.method === 'GET') {
    if (first === 'workbook') return ok(desk.state())
    if (first === 'tab' && second !== undefined) return answerTab(Number(second), third, call.query, desk)
    if (first === 'runs') return ok(runStates(desk.spreadsheet, desk.options.apis.requests.entries, desk.program))
    if (first === 'walk') return ok(walkState(desk.spreadsheet, textsFor(desk.language), walkRow(call.query)))
    if (first === 'mails') return ok((await desk.options.mailbox?.mails()) ?? [])
    if (first === 'mail' && second !== undefined) return answerMail(decodeURIComponent(second), desk)
    return NOT_FOUND
  }
  if (call.method !== 'POST') return NOT_FOUND
  const body = parsed(call.body)
  switch (first) {
    case 'edit': {
      const edit = EditBody.safeParse(body)
      return edit.success ? ok(await desk.editing(call.window).apply(edit.data as never)) : BAD
    }
    case 'run':
      return run(second, desk)
    case 'day':
      return setDay(body, desk)
    case 'clerks':
      if (desk.clerks.atWork) desk.clerks.stop()
      else desk.clerks.start(() => desk.live.changed())
      desk.live.changed()
      return ok({})
    case 'reset':
      if (!desk.options.reset) return NOT_FOUND
      desk.clerks.stop()
      if (!(await desk.options.reset())) return ok({ done: false })
      await desk.replaced()
      return ok({ done: true })
    default:
      return NOT_FOUND
  }
}

function answerTab(sheetId: number, part: string | undefined, query: URLSearchParams, desk: Desk): ApiAnswer {
  const sheet = desk.sheet(sheetId)
  if (!sheet) return NOT_FOUND
  const { spreadsheet } = desk
  const { version } = desk.live
  const number = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0))
  const quick = query.has('quick')
  switch (part) {
    case undefined:
      return ok({ version, ...tabLayout(spreadsheet, sheet, quick) })
    case 'rows': {
      const to = Math.min(number('to'), number('from') + MOST_ROWS)
      return ok({ version, ...tabRows(spreadsheet, sheet, number('from'), to, quick) })
    }
    case 'entry':
      return ok({ text: entryText(spreadsheet, sheet, number('row'), number('column')) })
    case 'choices':
      return ok(choicesOf(spreadsheet, sheet, number('row'), number('column')))
    default:
      return NOT_FOUND
  }
}

async function answerMail(id: string, { options: { mailbox } }: Desk): Promise<ApiAnswer> {
  if (!mailbox || !(await mailbox.mails()).some((mail) => mail.id === id)) return NOT_FOUND
  const { text, headers, html } = await mailbox.mail(id)
  return ok({ text, headers: Array.isArray(headers) ? headers : Object.entries(headers), hasHtml: html !== '' })
}

/** Calls a function as the scheduler or the sheet's menu would, and passes its answer on, with the number of mails that arrived meanwhile. */
async function run(name: string | undefined, { options: { functions, mailbox } }: Desk): Promise<ApiAnswer> {
  const url = { recalculate: functions.recalculate, digest: functions.sendDigest, remind: functions.sendReminders }[name ?? '']
  if (url === undefined) return NOT_FOUND
  const before = (await mailbox?.mails())?.length ?? 0
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: name === 'recalculate' ? '{"reason":"page"}' : '{}',
  })
  const arrived = ((await mailbox?.mails())?.length ?? 0) - before
  return { status: answer.status, body: { ...((await answer.json()) as object), arrived } }
}

function setDay(body: unknown, desk: Desk): ApiAnswer {
  const wanted = z.strictObject({ day: z.string().nullable() }).safeParse(body)
  if (!wanted.success || (wanted.data.day !== null && !parseDay(wanted.data.day))) return BAD
  desk.options.day.set(wanted.data.day ?? undefined)
  desk.live.changed()
  return ok({})
}

function walkRow(query: URLSearchParams): { period: string; enterprise: string } | null {
  const period = query.get('period')
  const enterprise = query.get('enterprise')
  return period && enterprise ? { period, enterprise } : null
}

function parsed(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
