import { splitHeaders } from './mime.ts'

/** The message with a Message-ID of Gmail's own in front, and the sender's under another name. */
export function withRewrittenMessageId(raw: Buffer, id: string): Buffer {
  const { body } = splitHeaders(raw)
  const head = raw.subarray(0, raw.length - body.length).toString('latin1')
  const kept = head.replace(/^Message-ID:/im, 'X-Google-Original-Message-ID:')
  return Buffer.concat([Buffer.from(`Message-ID: <CA+${id}@mail.gmail.com>\r\n${kept}`, 'latin1'), body])
}
