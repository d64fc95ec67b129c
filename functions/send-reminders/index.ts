import { serveFunction } from '../http/serve-function.ts'

serveFunction('send-reminders', {
  'send-reminders': {
    may: ['scheduler', 'staff', 'administrator'],
    handler: async (call, config) => {
      const [{ sendReminders }, { answerMail }, { realWorld }] = await Promise.all([
        import('../../shared/jobs/send-reminders.ts'),
        import('../mail/answer-mail.ts'),
        import('../world.ts'),
      ])
      return answerMail(sendReminders, call, config, { ...realWorld(false), log: call.log })
    },
  },
})
