import { useEffect, useRef } from 'react'
import { useWords } from './page-words.ts'

const MOST_SHOWN = 200

interface ChoiceListProps {
  choices: readonly string[]
  message: string
  marked: number
  onTake: (choice: string) => void
}

/** What a cell's drop-down offers. */
export function ChoiceList({ choices, message, marked, onTake }: ChoiceListProps) {
  const words = useWords().workbook
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[marked]?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    <div className="choices">
      <div role="listbox" aria-label={words.choices} tabIndex={-1} className="choices-list" ref={list}>
        {choices.slice(0, MOST_SHOWN).map((choice, index) => (
          <div
            key={choice}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={index === marked ? 'choice marked' : 'choice'}
            onPointerDown={(event) => {
              event.preventDefault()
              event.stopPropagation()
              onTake(choice)
            }}
          >
            {choice}
          </div>
        ))}
      </div>
      {message && <p>{message}</p>}
    </div>
  )
}
