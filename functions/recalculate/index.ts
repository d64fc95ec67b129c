import { serveFunction } from '../http/serve-function.ts'

// The Google clients and the job are loaded with the first call that was let in: a refused one costs none of it.
serveFunction('recalculate', ['scheduler', 'staff', 'administrator'], async (call, config) => {
  const [{ answerRecalculate }, { realWorld, workbookOf }] = await Promise.all([import('./answer.ts'), import('../world.ts')])
  const world = { ...realWorld(false), log: call.log, workbook: workbookOf(config) }
  return answerRecalculate(call, config, world)
})
