import type { Config } from '../../../shared/config.ts'
import { sendDigest } from '../../../shared/jobs/send-digest.ts'
import { mailWorldOf } from '../../mail-world.ts'
import { realWorld } from '../../world.ts'

/** The digests that are due on the day, into the local mailbox: a newcomer finds something to read. */
export async function sendFirstDigests(config: Config, day: string | undefined): Promise<void> {
  const { world, senderAddress, close } = await mailWorldOf(config, realWorld(false))
  try {
    const tick = { at: world.now(), trigger: 'manual' as const, mayMail: true, id: null, warning: null }
    await sendDigest({ tick, reason: 'start', who: 'local', senderAddress, ...(day ? { today: day } : {}) }, world)
  } finally {
    await close()
  }
}
