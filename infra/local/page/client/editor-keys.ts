import type { KeyboardEvent } from 'react'
import type { CellDraft } from './use-cell-draft.ts'

/** Does what a key means to the cell's input: what it means to the table is passed on, what it means to the text is the browser's. */
export function pressEditorKey(event: KeyboardEvent, draft: CellDraft, passOn: (event: KeyboardEvent) => void): void {
  if (event.nativeEvent.isComposing) return
  if (pressDraftKey(event, draft)) event.preventDefault()
  else if (draft.text === null) passOn(event)
  else if (event.key === 'Enter' || event.key === 'Tab') {
    event.preventDefault()
    draft.commit()
    passOn(event)
  }
}

/** False for a key that means nothing to the draft. */
function pressDraftKey({ key, altKey, ctrlKey }: KeyboardEvent, draft: CellDraft): boolean {
  const chosen = draft.matching[draft.marked]
  if (draft.choices && (key === 'ArrowDown' || key === 'ArrowUp')) draft.mark(key === 'ArrowDown' ? 1 : -1)
  else if (draft.choices && key === 'Enter' && chosen !== undefined) draft.take(chosen)
  else if (key === 'Escape') draft.close()
  else if (altKey && key === 'ArrowDown') void draft.list()
  else if (key === 'F2') {
    if (draft.text === null) void draft.open()
  } else if (key === 'F6') document.querySelector<HTMLElement>('.tabs [aria-current="page"]')?.focus()
  else if (draft.text !== null && key === 'Enter' && (altKey || ctrlKey)) draft.addBreak()
  else return false
  return true
}
