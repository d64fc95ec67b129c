import type { MailboxView } from './mailbox-view.ts'

type Mail = Awaited<ReturnType<MailboxView['mail']>>

/** The HTML of a mail with the pictures that came with it in their places; a browser knows no `cid:`. */
export const withPictures = ({ html, images = [] }: Pick<Mail, 'html' | 'images'>): string =>
  images.reduce(
    (filled, { cid, png }) =>
      filled.replaceAll(`cid:${cid}`, () => `data:image/png;base64,${Buffer.from(png).toString('base64')}`),
    html,
  )
