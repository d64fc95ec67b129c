import type { EditorRule, EditScript } from '../editors.ts'
import { invalidArgument } from '../errors.ts'
import type { FaultRule } from '../faults.ts'
import { describeAccepted } from '../gmail/describe-accepted.ts'
import { isObject } from '../json.ts'
import { GOOGLE_QUOTAS } from '../quotas.ts'
import type { GoogleApis } from '../server.ts'
import { type Answer, type ApiRequest, jsonBody } from './api-request.ts'
import { ok } from './route.ts'

/** Steers the emulator over HTTP under `/_emulator/`; undefined for a path that is none of its own. */
export async function admin(request: ApiRequest, apis: GoogleApis): Promise<Answer | undefined> {
  const body = request.method === 'POST' ? jsonBody(request) : {}
  if (!isObject(body)) throw invalidArgument('The body must be a JSON object.')
  switch (`${request.method} ${request.path.slice('/_emulator'.length)}`) {
    case 'GET /requests':
      return ok({ reads: apis.requests.reads, writes: apis.requests.writes, entries: apis.requests.entries })
    case 'DELETE /requests':
      apis.requests.clear()
      return ok({})
    case 'GET /faults':
      return ok({ faults: apis.faults.list() })
    case 'POST /faults':
      if (!isObject(body.effect)) throw invalidArgument('A fault needs an effect.')
      return ok({ id: apis.faults.add(body as unknown as FaultRule) })
    case 'DELETE /faults':
      apis.faults.clear()
      return ok({})
    case 'POST /edits':
      return ok({ refused: apis.editors.apply(body as unknown as EditScript) })
    case 'POST /editors':
      apis.editors.before(body as unknown as EditorRule)
      return ok({})
    case 'DELETE /editors':
      apis.editors.clear()
      return ok({})
    case 'POST /quotas':
      apis.quotas.limits = body.on === false ? undefined : { ...GOOGLE_QUOTAS, ...body }
      return ok({})
    case 'GET /files':
      return ok({
        files: apis.state.all.map(({ id, spreadsheet }) => ({ id, title: spreadsheet.title, revision: spreadsheet.revision })),
      })
    case 'POST /buckets':
      if (typeof body.name !== 'string' || body.name === '') throw invalidArgument('A bucket needs a name.')
      apis.buckets.create(body.name)
      return ok({})
    case 'GET /mails':
      return ok({ mails: apis.mailboxes.accepted.map(describeAccepted) })
    case 'POST /mail-options':
      apis.mailboxes.options = { ...apis.mailboxes.options, ...body }
      return ok({})
    case 'POST /save':
      await apis.saveTo(String(body.folder))
      return ok({})
    case 'POST /load':
      await apis.loadFrom(String(body.folder))
      return ok({})
    default:
      return undefined
  }
}
