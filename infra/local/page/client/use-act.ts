import { useState } from 'react'
import type { Notice } from './notice.tsx'
import { useWords } from './page-words.ts'
import { CallFailed } from './server-calls.ts'

/** Does it, and tells what it comes to. */
export type Act = (action: () => Promise<Notice | null>) => Promise<void>

/** Does one thing that takes its time, and tells what it came to; whether one is under way. */
export function useAct(onNotice: (notice: Notice | null) => void): { busy: boolean; act: Act } {
  const { result } = useWords()
  const [busy, setBusy] = useState(false)
  const act: Act = async (action) => {
    setBusy(true)
    try {
      onNotice(await action())
    } catch (thrown) {
      const told = thrown instanceof CallFailed ? [thrown.message, thrown.hint].filter(Boolean).join(' ') : result.silent
      const unreadable = thrown instanceof CallFailed && thrown.code === 'unreadable-file'
      onNotice({ text: unreadable ? result.unreadable : `${result.failed} ${told}`, failed: true })
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}

/** What is told once it is done. */
export const after = async (done: Promise<unknown>, notice: Notice | null): Promise<Notice | null> => {
  await done
  return notice
}
