import { useEffect, useState } from 'react'
import type { Command } from './commands.ts'
import { Icon } from './icon.tsx'
import { useWords } from './page-words.ts'
import { cellName, type Place, placeNamed } from './selection.ts'
import { server } from './server-calls.ts'
import type { TabStore } from './tab-store.ts'

interface FormulaBarProps {
  store: TabStore
  version: number
  place: Place
  onGo: (place: Place) => void
  onEnter: (text: string) => void
  commands: readonly Command[]
  /** After a command. */
  onDone: () => void
}

/** The commands of the table, the name of the active cell, and what was typed into it. */
export function FormulaBar({ store, version, place, onGo, onEnter, commands, onDone }: FormulaBarProps) {
  const words = useWords().workbook
  const [entry, setEntry] = useState('')
  const [draft, setDraft] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when anything changed
  useEffect(() => {
    setDraft(null)
    let current = true
    const timer = setTimeout(async () => {
      const found = await server.entry(store.sheetId, place.row, place.column).catch(() => null)
      if (current && found) setEntry(found.text)
    }, 40)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [store, version, place.row, place.column])
  return (
    <div className="formula-bar">
      <div className="commands" role="toolbar" aria-label={words.menu}>
        {commands.map(({ name: title, sign, act }) => (
          <button
            type="button"
            key={title}
            title={title}
            aria-label={title}
            onClick={() => {
              act()
              onDone()
            }}
          >
            {sign && <Icon name={sign} />}
          </button>
        ))}
      </div>
      <input
        className="cell-name"
        aria-label={words.name}
        value={name ?? cellName(place)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setName(target.value)}
        onBlur={() => setName(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The focus goes to the table, which would take the key for a line break.
          event.preventDefault()
          const found = placeNamed(name ?? '')
          setName(null)
          const { layout } = store
          if (found && layout)
            onGo({ row: Math.min(found.row, layout.rowCount - 1), column: Math.min(found.column, layout.columnCount - 1) })
        }}
      />
      <input
        className="cell-content"
        aria-label={words.content}
        value={draft ?? entry}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setDraft(target.value)}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null)
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (draft !== null) {
            onEnter(draft)
            setEntry(draft)
          }
          setDraft(null)
          onGo(place)
        }}
      />
    </div>
  )
}
