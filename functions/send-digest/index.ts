import { serveFunction } from '../http/serve-function.ts'

serveFunction('send-digest', {
  'send-digest': {
    may: ['scheduler', 'staff', 'administrator'],
    handler: async (call, config) => {
      const [{ sendDigest }, { answerMail }, { realWorld }] = await Promise.all([
        import('../../shared/jobs/send-digest.ts'),
        import('../mail/answer-mail.ts'),
        import('../world.ts'),
      ])
      return answerMail(sendDigest, call, config, { ...realWorld(false), log: call.log })
    },
  },
})
