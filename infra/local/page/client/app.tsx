import { useEffect, useState } from 'react'
import { Bar } from './bar.tsx'
import { Guide } from './guide.tsx'
import { Mailbox } from './mailbox.tsx'
import { useHash } from './navigation.ts'
import { type Notice, NoticeLine } from './notice.tsx'
import { WORDS, Words } from './page-words.ts'
import { useIsDark, useLanguage, usePreference, useTheme } from './preferences.ts'
import { Runs } from './runs.tsx'
import { useLive } from './use-live.ts'
import type { DigestSent } from './use-walk.ts'
import { WorkbookView } from './workbook-view.tsx'

/** The page: bar, one of three views, and the guide beside it. */
export function App() {
  const [language, setLanguage] = useLanguage()
  const [theme, setTheme] = useTheme()
  const dark = useIsDark(theme)
  const { state, connected } = useLive()
  const { view } = useHash()
  const [notice, setNotice] = useState<Notice | null>(null)
  const [guide, setGuide] = usePreference<'open' | 'closed'>('guide', ['open', 'closed'], () => 'open')
  /** Goes up with every run, so that the guide looks again. */
  const [runs, setRuns] = useState(0)
  const [digest, setDigest] = useState<DigestSent | null>(null)
  const words = WORDS[language]
  useEffect(() => {
    document.documentElement.lang = language
    document.title = state ? `${state.title} · Tallysheet` : words.title
  }, [language, state, words])
  if (!state) return <main className="waiting" aria-busy="true" />
  return (
    <Words value={words}>
      <Bar
        state={state}
        view={view}
        language={language}
        onLanguage={setLanguage}
        theme={theme}
        onTheme={setTheme}
        onNotice={setNotice}
        onRun={(name, { arrived, stopped }) => {
          setRuns((count) => count + 1)
          if (name === 'digest' && !stopped) setDigest({ arrived, run: runs + 1 })
        }}
        guideOpen={guide === 'open'}
        onGuide={() => setGuide(guide === 'open' ? 'closed' : 'open')}
      />
      {!connected && (
        <p className="notice failed" role="alert">
          {words.workbook.reconnecting}
        </p>
      )}
      <NoticeLine notice={notice} onDismiss={() => setNotice(null)} />
      <div className="body">
        {view === 'mailbox' ? (
          <Mailbox version={state.version} runs={runs} />
        ) : view === 'runs' ? (
          <Runs version={state.version} />
        ) : (
          <WorkbookView state={state} dark={dark} onNotice={setNotice} />
        )}
        {guide === 'open' && <Guide state={state} view={view} runs={runs} digest={digest} onClose={() => setGuide('closed')} />}
      </div>
    </Words>
  )
}
