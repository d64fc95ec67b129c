import { type RefObject, useRef, useState } from 'react'
import type { GridActions } from './grid-actions.ts'
import type { Place } from './selection.ts'
import { type Choices, server } from './server-calls.ts'
import type { TabStore } from './tab-store.ts'

export interface CellDraft {
  /** What is being typed; null where nothing is. */
  text: string | null
  /** The drop-down, where it is open. */
  choices: Choices | null
  /** Those of its choices that hold what was typed. */
  matching: readonly string[]
  /** The choice among these that Enter takes; -1 for none. */
  marked: number
  /** Begins with what the cell holds. */
  open(): Promise<void>
  close(): void
  type(text: string): void
  addBreak(): void
  take(text: string): void
  /** Takes what was typed so far, if anything. */
  commit(): void
  /** Opens the drop-down, if the cell has one. */
  list(): Promise<void>
  /** Moves the mark by so many choices. */
  mark(step: number): void
}

/** What is typed into the cell at the place until it is taken, and what its drop-down offers meanwhile. */
export function useCellDraft(
  store: TabStore,
  place: Place,
  enter: GridActions['enter'],
  input: RefObject<HTMLTextAreaElement | null>,
): CellDraft {
  const [text, setText] = useState<string | null>(null)
  const [choices, setChoices] = useState<Choices | null>(null)
  const [marked, setMarked] = useState(-1)
  // A draft belongs to the cell in which it was begun.
  const begun = useRef<Place>(place)
  const matching = choices?.choices.filter((choice) => text === null || choice.includes(text)) ?? []

  const close = () => {
    setText(null)
    setChoices(null)
    setMarked(-1)
  }
  const take = (taken: string) => {
    enter(begun.current, [[taken]])
    close()
  }
  const list = async () => {
    if (!store.cell(place.row, place.column)?.choices) return
    begun.current = place
    const found = await server.choices(store.sheetId, place.row, place.column)
    if (found.choices.length > 0) setChoices(found)
  }
  return {
    text,
    choices,
    matching,
    marked,
    open: async () => {
      begun.current = place
      const { text: entry } = await server.entry(store.sheetId, place.row, place.column)
      setText(entry)
      requestAnimationFrame(() => input.current?.setSelectionRange(entry.length, entry.length))
    },
    close,
    type: (typed) => {
      if (text === null) {
        begun.current = place
        void list()
      }
      setMarked(-1)
      setText(typed)
    },
    addBreak: () => setText(`${text}\n`),
    take,
    commit: () => {
      if (text !== null) take(text)
    },
    list,
    mark: (step) => setMarked((now) => Math.max(-1, Math.min(matching.length - 1, now + step))),
  }
}
