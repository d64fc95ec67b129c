import { useCallback, useEffect, useState } from 'react'
import type { WalkState, WorkbookState } from '../protocol.ts'
import type { View } from './navigation.ts'
import { goTo } from './navigation.ts'
import { server } from './server-calls.ts'

export interface Walk {
  /** From 0: mistake, recalculate, read, correct, recalculate, counted, send, open the mailbox, read the digest, done. */
  step: number
  /** The row as it was at the beginning, and as it is now. */
  first: WalkState | null
  now: WalkState | null
  /** What to type by mistake. */
  wrong: string
  /** The verdict is what is looked at. */
  reading: boolean
  /** Goes on, where reading is all there is to do. */
  next: (() => void) | null
  restart: () => void
  /** What sending the digest in this walk came to. */
  digest: DigestSent | null
}

/** The last time that the digest was sent on this page: how many mails arrived, and which of the page's runs it was. */
export interface DigestSent {
  arrived: number
  run: number
}

export const SEND = 6
export const OPEN = 7
const READ = 8
const DONE = 9

/** The guided walk: it looks at the row after every change and goes on by itself when a step was done. */
export function useWalk(
  walking: boolean,
  { version, can }: WorkbookState,
  view: View,
  runs: number,
  sent: DigestSent | null,
): Walk {
  const [step, setStep] = useState(0)
  const [first, setFirst] = useState<WalkState | null>(null)
  const [sendsFrom, setSendsFrom] = useState(0)
  const [now, setNow] = useState<WalkState | null>(null)
  const restart = useCallback(async () => {
    const found = await server.walk()
    setFirst(found)
    setNow(found)
    setStep(0)
    if (found) goTo(found.sheetId, found.cell)
  }, [])
  const digest = sent && step >= SEND && sent.run > sendsFrom ? sent : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again as long as there is none
  useEffect(() => {
    if (walking && !first) void restart()
  }, [walking, first, runs, restart])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when anything changed
  useEffect(() => {
    if (!first) return
    void server.walk({ period: first.period, enterprise: first.enterprise }).then((found) => {
      if (!found) return
      setNow(found)
      setStep((at) => stepAfter(at, first, found))
    })
  }, [first, version, runs])
  useEffect(() => {
    if (step < SEND) return
    setStep((at) => {
      // Where nothing can be sent, finding the mailbox is all.
      if (at === SEND && !can.digest) return view === 'mailbox' ? DONE : at
      const next = at === SEND && digest ? OPEN : at
      return next === OPEN && view === 'mailbox' ? READ : next
    })
  }, [step, view, digest, can.digest])
  const reading = step === 2 || step === 5 || step === READ
  return {
    step,
    first,
    now,
    wrong: first ? inYuan(first.output) : '',
    reading,
    next: reading
      ? () => {
          // A digest that was sent before this step isn't the one that is meant.
          setSendsFrom(runs)
          setStep(step + 1)
        }
      : null,
    restart,
    digest,
  }
}

/** The step that the row as it stands now leads to. */
function stepAfter(step: number, first: WalkState, now: WalkState): number {
  const judged = now.verdict !== 'edited'
  const right = now.output === first.output
  if (step === 0 && !right) return judged ? 2 : 1
  if (step === 1 && judged && !right) return 2
  if ((step === 3 || step === 2) && right) return judged ? 5 : 4
  if (step === 4 && judged && right) return 5
  return step
}

/** An amount in 10,000 yuan, typed in yuan. */
const inYuan = (output: string): string => String(Math.round(Number(output) * 10_000))
