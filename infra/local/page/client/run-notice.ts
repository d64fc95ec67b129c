import type { PageTexts } from '../../../../shared/model/texts/page-texts.ts'
import type { Notice } from './notice.tsx'

export type RunName = 'recalculate' | 'digest' | 'remind'

/** The parts of a function's answer that are told (command-line.md). */
export interface RunAnswer {
  run: { asOf: string; seconds: number; changed: boolean; requests: { read: number; write: number } }
  rows?: { read: number; accepted: number; noted: number; held: number; rejected: number }
  /** Of a function that mails. */
  mayMail?: boolean
  messages?: { planned: number; sent: number; rejected: number; waiting: number; needsDecision: number }
  stopped?: string | null
  unreachable?: readonly { enterprise: string }[]
  /** Mails that came into the mailbox meanwhile. */
  arrived: number
}

/** What a function's answer says, in a sentence or two. */
export function runNotice(name: RunName, { run, rows, ...mailed }: RunAnswer, words: PageTexts): Notice {
  const { result } = words
  if (!rows) return mailNotice(name, mailed, words)
  const told = [
    result.recalculated({ asOf: run.asOf, ...rows }),
    run.changed ? result.changed : result.unchanged,
    result.cost({ seconds: run.seconds.toFixed(1), ...run.requests }),
  ]
  return { text: told.join(' ') }
}

function mailNotice(
  name: RunName,
  { mayMail, messages, stopped, unreachable, arrived }: Omit<RunAnswer, 'run' | 'rows'>,
  { bar, result }: PageTexts,
): Notice {
  const { planned, sent, rejected, waiting, needsDecision } = messages ?? NONE
  const open = rejected + waiting + needsDecision > 0
  const ended = stopped ?? (mayMail === false ? 'schedule-time' : null)
  const told = [
    ended === null && planned === 0 ? result.nothingDue : '',
    ended === null && planned > 0 && arrived === 0 && !open ? result.sentBefore({ sent }) : '',
    arrived > 0 ? result.arrived({ arrived }) : '',
    open ? result.mailed({ planned, sent, rejected, waiting, needsDecision }) : '',
    ended === null ? '' : (result.stopped[ended] ?? result.stoppedFor({ code: ended })),
    unreachable?.length ? result.unreachable({ names: unreachable.map(({ enterprise }) => enterprise) }) : '',
  ]
  const text = result.ofMail({ name: name === 'digest' ? bar.digest : bar.remind, told: told.filter(Boolean).join(' ') })
  return ended === null && rejected + needsDecision === 0 ? { text } : { text, failed: true }
}

const NONE = { planned: 0, sent: 0, rejected: 0, waiting: 0, needsDecision: 0 }
