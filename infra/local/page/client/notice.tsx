import { Icon } from './icon.tsx'
import { useWords } from './page-words.ts'

export interface Notice {
  text: string
  failed?: true
}

/** What the last action came to. */
export function NoticeLine({ notice, onDismiss }: { notice: Notice | null; onDismiss: () => void }) {
  const words = useWords()
  return (
    <div className="notice-place" role="status" aria-live="polite">
      {notice && (
        <div className={notice.failed ? 'notice failed' : 'notice'}>
          <span>{notice.text}</span>
          <button type="button" className="plain" onClick={onDismiss} aria-label={words.bar.dismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
