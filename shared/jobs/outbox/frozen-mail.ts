import type { FrozenMail } from '../../model/outbox.ts'
import type { Mail } from '../../ports.ts'

/** The mail as it is kept with the intent, so that whatever is sent later says what was meant then (faults.md F10). */
export const freezeMail = ({ images, ...mail }: Mail): FrozenMail => ({
  ...mail,
  images: images.map(({ png, ...image }) => ({ ...image, pngBase64: Buffer.from(png).toString('base64') })),
})

/** The mail as it goes out. */
export const thawMail = ({ images, ...mail }: FrozenMail): Mail => ({
  ...mail,
  images: images.map(({ pngBase64, ...image }) => ({ ...image, png: new Uint8Array(Buffer.from(pngBase64, 'base64')) })),
})
