import type { Language } from '../../model/language.ts'
import type { ComposedMessage } from '../../model/message.ts'
import type { Mail } from '../../ports.ts'
import type { Recalculation } from '../recalculate.ts'
import type { Composer, MailRequest } from './mail-world.ts'

/** A composed message with everything that makes it a mail to one person. */
export async function addressMail(
  message: ComposedMessage,
  to: { name: string; address: string; language: Language; audience: string },
  key: string,
  { judgement, snapshot }: Recalculation,
  request: MailRequest,
  composer: Composer,
): Promise<Mail> {
  const { settings } = judgement
  const images: Mail['images'][number][] = []
  for (const { cid, fileName, chart } of message.pictures)
    images.push({ cid, fileName, png: await composer.draw(chart), alternative: chart.alternative })
  const { senderAddress } = request
  return {
    from: { name: settings.senderName || snapshot.structure.title, address: senderAddress },
    replyTo: settings.replyTo || null,
    to: { name: to.name, address: to.address },
    subject: message.subject,
    html: message.html,
    text: message.text,
    images,
    key,
    messageId: `<${key}@${senderAddress.slice(senderAddress.lastIndexOf('@') + 1)}>`,
    unsubscribe: composer.unsubscribe(to.audience),
    language: to.language,
  }
}
