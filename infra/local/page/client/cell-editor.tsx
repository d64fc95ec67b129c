import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Area } from '../protocol.ts'
import { ChoiceList } from './choice-list.tsx'
import type { GridActions } from './grid-actions.ts'
import { Icon } from './icon.tsx'
import { useWords } from './page-words.ts'
import type { Place } from './selection.ts'
import { type Choices, server } from './server-calls.ts'
import type { TabStore } from './tab-store.ts'

export interface EditorHandle {
  focus(): void
  open(text?: string): void
  /** Takes what was typed so far, if anything. */
  commit(): void
}

interface EditorProps {
  ref: Ref<EditorHandle>
  store: TabStore
  place: Place
  box: { left: number; top: number; width: number; height: number }
  name: string
  area: Area
  actions: GridActions
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * The grid's one input: it lies over the active cell, holds the focus, and so takes typing, input methods and the clipboard. It shows once
 * something is typed.
 */
export function CellEditor({ ref, store, place, box, name, area, actions, onKeyDown }: EditorProps) {
  const words = useWords().workbook
  const input = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [choices, setChoices] = useState<Choices | null>(null)
  const [marked, setMarked] = useState(-1)
  const cell = store.cell(place.row, place.column)
  const header = store.cell(0, place.column)?.text ?? ''

  // A draft belongs to the cell in which it was begun.
  const begun = useRef<Place>(place)
  const open = async (text?: string) => {
    begun.current = place
    if (text !== undefined) return setDraft(text)
    const { text: entry } = await server.entry(store.sheetId, place.row, place.column)
    setDraft(entry)
    requestAnimationFrame(() => input.current?.setSelectionRange(entry.length, entry.length))
  }
  const close = () => {
    setDraft(null)
    setChoices(null)
    setMarked(-1)
  }
  const take = (text: string) => {
    actions.enter(begun.current, [[text]])
    close()
  }
  const commit = () => {
    if (draft !== null) take(draft)
  }
  const list = async () => {
    if (!cell?.choices) return
    begun.current = place
    const found = await server.choices(store.sheetId, place.row, place.column)
    if (found.choices.length > 0) setChoices(found)
  }
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus({ preventScroll: true }), open, commit }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, another draft
  useEffect(() => {
    close()
    input.current?.focus({ preventScroll: true })
  }, [place.row, place.column])

  const matching = choices?.choices.filter((choice) => draft === null || choice.includes(draft)) ?? []
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (choices && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      return setMarked((now) => Math.max(-1, Math.min(matching.length - 1, now + step)))
    }
    if (choices && event.key === 'Enter' && matching[marked] !== undefined) {
      event.preventDefault()
      return take(matching[marked])
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      return void list()
    }
    if (event.key === 'F2') {
      event.preventDefault()
      return draft === null ? void open() : undefined
    }
    if (event.key === 'F6') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.tabs [aria-current="page"]')?.focus()
      return
    }
    if (draft === null) return onKeyDown(event)
    if (event.key === 'Enter' && (event.altKey || event.ctrlKey)) {
      event.preventDefault()
      return setDraft(`${draft}\n`)
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit()
      onKeyDown(event)
    }
  }

  const editing = draft !== null
  const label = [
    name,
    header && place.row > 0 ? header : '',
    cell?.text || words.empty,
    cell?.note ? `${words.note}: ${cell.note}` : '',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    // biome-ignore lint/a11y/useFocusableInteractive: the input within holds the focus
    <div role="row" className="editor-row">
      {/* biome-ignore lint/a11y/useSemanticElements: see the row */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the input within holds the focus */}
      <div
        role="gridcell"
        aria-selected="true"
        className={editing ? 'editor editing' : 'editor'}
        style={{ left: box.left, top: box.top, minWidth: box.width, minHeight: box.height }}
      >
        <textarea
          ref={input}
          aria-label={label}
          spellCheck={false}
          autoComplete="off"
          rows={1}
          value={draft ?? ''}
          style={{ width: editing ? Math.max(box.width, Math.min(480, (draft.length + 2) * 9)) : box.width, height: box.height }}
          onChange={(event) => {
            if (draft === null) {
              begun.current = place
              void list()
            }
            setMarked(-1)
            setDraft(event.target.value)
          }}
          onKeyDown={onKey}
          onBlur={commit}
          onCopy={(event) => {
            if (editing) return
            event.preventDefault()
            actions.copy(area, event.clipboardData)
          }}
          onCut={(event) => {
            if (editing) return
            event.preventDefault()
            actions.copy(area, event.clipboardData)
            actions.clear(area)
          }}
          onPaste={(event) => {
            if (editing) return
            event.preventDefault()
            actions.paste(event.clipboardData.getData('text/plain'))
          }}
        />
        {cell?.choices && !editing && (
          <button
            type="button"
            tabIndex={-1}
            className="choices-button"
            aria-label={words.choices}
            onPointerDown={(event) => {
              event.preventDefault()
              event.stopPropagation()
              void list()
            }}
          >
            <Icon name="open" />
          </button>
        )}
        {choices && <ChoiceList choices={matching} message={choices.message} marked={marked} onTake={take} />}
        {!editing && !choices && cell?.note && <div className="note">{cell.note}</div>}
      </div>
    </div>
  )
}
