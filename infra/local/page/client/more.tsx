import { type Ref, useRef } from 'react'
import type { WorkbookState } from '../protocol.ts'
import { Icon } from './icon.tsx'
import type { Notice } from './notice.tsx'
import { type PageLanguage, useWords, WORDS } from './page-words.ts'
import type { Theme } from './preferences.ts'
import { server } from './server-calls.ts'
import { type Act, after } from './use-act.ts'

export interface Preferences {
  language: PageLanguage
  onLanguage: (language: PageLanguage) => void
  theme: Theme
  onTheme: (theme: Theme) => void
}

interface MoreProps extends Preferences {
  ref: Ref<HTMLDetailsElement>
  state: WorkbookState
  act: Act
}

/** What is needed now and then: clerks, files, going back to the beginning, language and colours. */
export function More({ ref, state, act, language, onLanguage, theme, onTheme }: MoreProps) {
  const { bar, result } = useWords()
  const file = useRef<HTMLInputElement>(null)
  const reset = async (): Promise<Notice> =>
    (await server.reset()).done ? { text: result.reset } : { text: result.notYet, failed: true }
  const sure = (question: string, action: () => Promise<Notice | null>) => {
    if (confirm(question)) void act(action)
  }
  return (
    <details className="more" ref={ref}>
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
          value={language}
          options={{ 'zh-CN': WORDS['zh-CN'].languageName, en: WORDS.en.languageName }}
          onChoose={onLanguage}
        />
        <Choice label={bar.theme} value={theme} options={bar.themes} onChoose={onTheme} />
        <p>{bar.workbookLanguage(WORDS[state.language].languageName)}</p>
      </div>
    </details>
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
