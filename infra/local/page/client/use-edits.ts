import { useState } from 'react'
import type { Edit, EditAnswer } from '../protocol.ts'
import type { Notice } from './notice.tsx'
import { useWords } from './page-words.ts'
import { at, type Selection } from './selection.ts'
import { server } from './server-calls.ts'
import type { TabStore } from './tab-store.ts'

interface Edits {
  edit: (edit: Edit) => Promise<void>
  /** What is to be confirmed before it is done. */
  asked: Edit | null
  /** Nothing is asked any longer. */
  drop: () => void
}

/** Sends what somebody does to the server, and tells why it wasn't done. */
export function useEdits(
  store: TabStore,
  onSelect: (selection: Selection) => void,
  onNotice: (notice: Notice | null) => void,
): Edits {
  const words = useWords()
  const [asked, setAsked] = useState<Edit | null>(null)
  const edit = async (wanted: Edit) => {
    let answer: EditAnswer
    try {
      answer = await server.edit(wanted)
    } catch {
      store.settle(false)
      return onNotice({ text: words.result.silent, failed: true })
    }
    store.settle(answer.done)
    if (answer.done) {
      if (answer.edit && (wanted.kind === 'undo' || wanted.kind === 'redo'))
        onSelect(at(answer.edit.area.startRow, answer.edit.area.startColumn))
      return
    }
    if (answer.reason === 'warned') return setAsked(wanted)
    const reason = words.workbook.refused[answer.reason]
    onNotice({ text: answer.reason === 'refused' ? `${reason} ${answer.message}` : reason, failed: true })
  }
  return { edit, asked, drop: () => setAsked(null) }
}
