import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Area } from '../protocol.ts'
import { ChoiceList } from './choice-list.tsx'
import { pressEditorKey } from './editor-keys.ts'
import type { GridActions } from './grid-actions.ts'
import type { Box } from './grid-geometry.ts'
import { Icon } from './icon.tsx'
import { useWords } from './page-words.ts'
import type { Place } from './selection.ts'
import type { TabStore } from './tab-store.ts'
import { useCellDraft } from './use-cell-draft.ts'

export interface EditorHandle {
  focus(): void
  /** Begins to edit what the cell holds. */
  open(): void
  /** Takes what was typed so far, if anything. */
  commit(): void
}

interface EditorProps {
  ref: Ref<EditorHandle>
  store: TabStore
  place: Place
  box: Box
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
  const draft = useCellDraft(store, place, actions.enter, input)
  const cell = store.cell(place.row, place.column)
  const header = store.cell(0, place.column)?.text ?? ''
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    open: draft.open,
    commit: draft.commit,
  }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, another draft
  useEffect(() => {
    draft.close()
    input.current?.focus({ preventScroll: true })
  }, [place.row, place.column])

  const { text, choices } = draft
  const editing = text !== null
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
          value={text ?? ''}
          style={{ width: editing ? Math.max(box.width, Math.min(480, (text.length + 2) * 9)) : box.width, height: box.height }}
          onChange={(event) => draft.type(event.target.value)}
          onKeyDown={(event) => pressEditorKey(event, draft, onKeyDown)}
          onBlur={draft.commit}
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
              void draft.list()
            }}
          >
            <Icon name="open" />
          </button>
        )}
        {choices && <ChoiceList choices={draft.matching} message={choices.message} marked={draft.marked} onTake={draft.take} />}
        {!editing && !choices && cell?.note && <div className="note">{cell.note}</div>}
      </div>
    </div>
  )
}
