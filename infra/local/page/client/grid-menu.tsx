import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Command } from './commands.ts'
import { useWords } from './page-words.ts'

interface GridMenuProps {
  at: { x: number; y: number }
  commands: readonly Command[]
  onClose: () => void
}

/** The menu of the chosen cells. */
export function GridMenu({ at, commands, onClose }: GridMenuProps) {
  const words = useWords().workbook
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('button')?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons.at(index - 1)?.focus()
    else return
    event.preventDefault()
  }
  const left = Math.max(4, Math.min(at.x, innerWidth - 220))
  const top = Math.max(4, Math.min(at.y, innerHeight - commands.length * 34 - 20))
  return (
    <>
      <div className="behind" role="presentation" onPointerDown={onClose} />
      <div
        className="menu"
        role="menu"
        tabIndex={-1}
        aria-label={words.menu}
        ref={list}
        style={{ left, top }}
        onKeyDown={onKeyDown}
      >
        {commands.map(({ name, act }) => (
          <button
            type="button"
            role="menuitem"
            key={name}
            onClick={() => {
              act()
              onClose()
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  )
}
