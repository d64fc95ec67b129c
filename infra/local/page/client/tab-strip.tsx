import type { TabName } from '../protocol.ts'
import { useWords } from './page-words.ts'

interface TabStripProps {
  tabs: readonly TabName[]
  chosen: number
  onChoose: (sheetId: number) => void
}

/** The tabs of the workbook, with their colours. */
export function TabStrip({ tabs, chosen, onChoose }: TabStripProps) {
  const words = useWords().workbook
  return (
    <nav className="tabs" aria-label={words.tabs}>
      {tabs.map(({ sheetId, title, colour }) => (
        <button
          type="button"
          key={sheetId}
          aria-current={sheetId === chosen ? 'page' : undefined}
          style={{ borderBottomColor: colour ?? 'transparent' }}
          onClick={() => onChoose(sheetId)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}
