import * as z from 'zod'

/** The languages that people read: workbook, mails, messages. */
export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>
