import { serveFunction } from '../http/serve-function.ts'

serveFunction('send-reminders', ['scheduler', 'staff', 'administrator'], async (call, config) => {
  const [{ sendReminders }, { answerMail }, { realWorld }] = await Promise.all([
    import('../../shared/jobs/send-reminders.ts'),
    import('../mail/answer-mail.ts'),
    import('../world.ts'),
  ])
  return answerMail(sendReminders, call, config, { ...realWorld(false), log: call.log })
})
