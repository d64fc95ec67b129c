import { useRef } from 'react'
import type { WorkbookState } from '../protocol.ts'
import { More, type Preferences } from './more.tsx'
import type { View } from './navigation.ts'
import type { Notice } from './notice.tsx'
import { useWords } from './page-words.ts'
import { type RunAnswer, type RunName, runNotice } from './run-notice.ts'
import { server } from './server-calls.ts'
import { type Act, after, useAct } from './use-act.ts'

interface BarProps extends Preferences {
  state: WorkbookState
  view: View
  onNotice: (notice: Notice | null) => void
  onRun: (name: RunName, answer: RunAnswer) => void
  guideOpen: boolean
  onGuide: () => void
}

/** The views, and everything that can be done with the product as a whole. */
export function Bar({ state, view, onNotice, onRun, guideOpen, onGuide, ...preferences }: BarProps) {
  const words = useWords()
  const { bar } = words
  const { busy, act: begin } = useAct(onNotice)
  const more = useRef<HTMLDetailsElement>(null)

  const act: Act = (action) => {
    if (more.current) more.current.open = false
    return begin(action)
  }
  const run = (name: RunName) =>
    act(async () => {
      const answer = await server.run(name)
      onRun(name, answer)
      return runNotice(name, answer, words)
    })

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
        <More ref={more} state={state} act={act} {...preferences} />
      </div>
    </header>
  )
}
