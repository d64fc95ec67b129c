import { Failure } from '../errors.ts'
import type { Recipient } from '../model/message.ts'
import { formatMonth } from '../model/month.ts'
import type { Composer } from './mail/mail-world.ts'
import { sameAddress } from './mail/same-address.ts'
import { type RecalculateRequest, type RecalculateWorld, recalculation } from './recalculate.ts'

/** A digest as it would be sent; nothing of it leaves. */
export interface DigestPreview {
  to: string
  audience: string
  language: string
  subject: string
  text: string
  /** Whole in itself: pictures are inside. */
  html: string
}

/**
 * Recalculates and composes the digests of everybody in Recipients who is switched on, or of one address; as first digests, since what
 * was sent is not looked up. Throws Failure `not-a-recipient`.
 */
export async function previewDigest(
  request: RecalculateRequest & { to?: string },
  world: RecalculateWorld & { composer: Composer },
): Promise<{ period: string; digests: DigestPreview[] }> {
  const { to, ...asked } = request
  const computed = await recalculation(asked, world)
  const period = formatMonth(computed.progress.period)
  const listed = (computed.judgement.recipients ?? []).filter(
    (each) => each.active && (to === undefined || sameAddress(each.email, to)),
  )
  if (to !== undefined && listed.length === 0) throw new Failure('not-a-recipient')
  const digests: DigestPreview[] = []
  for (const recipient of listed) {
    const composed = world.composer.digest({ recipient, recalculation: computed, period, told: null })
    if (composed === 'older') continue
    const { subject, text, html, pictures } = composed.message
    let whole = html
    for (const { cid, chart } of pictures) {
      const png = await world.composer.draw(chart)
      whole = whole.replaceAll(`cid:${cid}`, `data:image/png;base64,${Buffer.from(png).toString('base64')}`)
    }
    digests.push({
      to: recipient.email,
      audience: audienceWord(recipient),
      language: recipient.language,
      subject,
      text,
      html: whole,
    })
  }
  return { period, digests }
}

const audienceWord = ({ audience }: Recipient): string => (audience.of === 'cluster' ? `cluster:${audience.key}` : audience.of)
