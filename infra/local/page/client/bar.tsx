import { useRef, useState } from 'react'
import type { WorkbookState } from '../protocol.ts'
import { Icon } from './icon.tsx'
import type { View } from './navigation.ts'
import type { Notice } from './notice.tsx'
import { type PageLanguage, useWords, WORDS } from './page-words.ts'
import type { Theme } from './preferences.ts'
import { type RunAnswer, type RunName, runNotice } from './run-notice.ts'
import { CallFailed, server } from './server-calls.ts'

interface BarProps {
  state: WorkbookState
  view: View
  language: PageLanguage
  onLanguage: (language: PageLanguage) => void
  theme: Theme
  onTheme: (theme: Theme) => void
  onNotice: (notice: Notice | null) => void
  onRun: (name: RunName, answer: RunAnswer) => void
  guideOpen: boolean
  onGuide: () => void
}

/** What is told once it is done. */
const after = async (done: Promise<unknown>, notice: Notice | null): Promise<Notice | null> => {
  await done
  return notice
}

/** The views, and everything that can be done with the product as a whole. */
export function Bar(props: BarProps) {
  const { state, view, onNotice, onRun, onGuide, guideOpen } = props
  const words = useWords()
  const { bar, result } = words
  const [busy, setBusy] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const more = useRef<HTMLDetailsElement>(null)

  const act = async (action: () => Promise<Notice | null>) => {
    setBusy(true)
    if (more.current) more.current.open = false
    try {
      onNotice(await action())
    } catch (thrown) {
      const told = thrown instanceof CallFailed ? [thrown.message, thrown.hint].filter(Boolean).join(' ') : result.silent
      const unreadable = thrown instanceof CallFailed && thrown.code === 'unreadable-file'
      onNotice({ text: unreadable ? result.unreadable : `${result.failed} ${told}`, failed: true })
    } finally {
      setBusy(false)
    }
  }
  const run = (name: RunName) =>
    act(async () => {
      const answer = await server.run(name)
      onRun(name, answer)
      return runNotice(name, answer, words)
    })
  const reset = async (): Promise<Notice> =>
    (await server.reset()).done ? { text: result.reset } : { text: result.notYet, failed: true }
  const sure = (question: string, action: () => Promise<Notice | null>) => {
    if (confirm(question)) void act(action)
  }

  return (
    <header className="bar">
      <span className="brand">Tallysheet</span>
      <nav>
        {(['workbook', 'mailbox', 'runs'] as const).map((name) => (
          <a key={name} href={`#${name}`} aria-current={view === name ? 'page' : undefined}>
            {words.views[name]}
          </a>
        ))}
      </nav>
      <div className="actions" role="toolbar" aria-label={bar.label}>
        <button type="button" className="primary" disabled={busy} onClick={() => run('recalculate')}>
          {busy ? bar.working : bar.recalculate}
        </button>
        {state.can.digest && (
          <button type="button" disabled={busy} onClick={() => run('digest')}>
            {bar.digest}
          </button>
        )}
        {state.can.remind && (
          <button type="button" disabled={busy} onClick={() => run('remind')}>
            {bar.remind}
          </button>
        )}
        <label className="day" title={bar.dayHint}>
          <span>{bar.day}</span>
          <input
            type="date"
            key={state.day}
            defaultValue={state.day}
            onChange={({ target }) => {
              const day = target.value
              if (/^(19|20)\d\d-\d\d-\d\d$/.test(day)) void act(() => after(server.setDay(day), null))
            }}
          />
        </label>
        {state.dayIsSet && (
          <button type="button" className="plain" onClick={() => act(() => after(server.setDay(null), null))}>
            {bar.realDay}
          </button>
        )}
      </div>
      <div className="end">
        <button type="button" aria-expanded={guideOpen} onClick={onGuide}>
          {bar.guide}
        </button>
        <details className="more" ref={more}>
          <summary>
            {bar.more} <Icon name="open" />
          </summary>
          <div className="more-panel">
            <button type="button" onClick={() => act(() => after(server.clerks(), null))}>
              {state.clerksAtWork ? bar.stopClerks : bar.clerks}
            </button>
            <a className="button" href="/workbook.xlsx" download="workbook.xlsx">
              {bar.save}
            </a>
            <button type="button" onClick={() => file.current?.click()}>
              {bar.load}
            </button>
            <input
              ref={file}
              type="file"
              hidden
              accept=".xlsx"
              aria-label={bar.load}
              onChange={({ target }) => {
                const [chosen] = target.files ?? []
                target.value = ''
                if (chosen) sure(bar.loadSure, () => after(server.load(chosen), { text: result.loaded }))
              }}
            />
            {state.can.reset && (
              <button type="button" onClick={() => sure(bar.resetSure, reset)}>
                {bar.reset}
              </button>
            )}
            <Choice
              label={bar.language}
              value={props.language}
              options={{ 'zh-CN': WORDS['zh-CN'].languageName, en: WORDS.en.languageName }}
              onChoose={props.onLanguage}
            />
            <Choice label={bar.theme} value={props.theme} options={bar.themes} onChoose={props.onTheme} />
            <p>{bar.workbookLanguage(WORDS[state.language].languageName)}</p>
          </div>
        </details>
      </div>
    </header>
  )
}

function Choice<T extends string>(props: { label: string; value: T; options: Record<T, string>; onChoose: (value: T) => void }) {
  return (
    <label className="choice-line">
      <span>{props.label}</span>
      <select value={props.value} onChange={({ target }) => props.onChoose(target.value as T)}>
        {Object.entries<string>(props.options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
