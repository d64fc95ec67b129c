import { serveFunction } from '../http/serve-function.ts'

// The Google clients and the jobs are loaded with the first call that was let in: a refused one costs none of it, and neither job the other.
serveFunction('recalculate', {
  recalculate: {
    may: ['scheduler', 'staff', 'administrator'],
    handler: async (call, config) => {
      const [{ answerRecalculate }, { realWorld, workbookOf }] = await Promise.all([import('./answer.ts'), import('../world.ts')])
      return answerRecalculate(call, config, { ...realWorld(false), log: call.log, workbook: workbookOf(config) })
    },
  },
  check: {
    may: ['staff', 'administrator'],
    handler: async (call, config) => {
      const [{ answerCheck }, { realWorld, workbookOf }] = await Promise.all([import('./answer-check.ts'), import('../world.ts')])
      return answerCheck(call, config, { ...realWorld(false), log: call.log, workbook: workbookOf(config) })
    },
  },
})
