import { http } from '@google-cloud/functions-framework'
import { parseConfig } from '../../shared/config.ts'
import { jsonLog } from '../../shared/log.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { realWorld, workbookOf } from '../world.ts'
import { answerRecalculate } from './answer.ts'

const config = parseConfig(process.env)
const log = jsonLog((line) => process.stdout.write(`${line}\n`))

http('recalculate', async (request, response) => {
  if (request.method !== 'POST') {
    response
      .status(405)
      .set('allow', 'POST')
      .json({ error: { code: 'wrong-usage', message: 'POST only' } })
    return
  }
  const world = { ...realWorld(false), log, workbook: workbookOf(config) }
  const { status, body } = await answerRecalculate(request.body, config.today, world, textsFor(config.language ?? 'zh-CN'))
  response.status(status).json(body)
})
