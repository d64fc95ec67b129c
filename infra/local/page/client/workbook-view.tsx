import { useRef, useState } from 'react'
import type { Edit, WorkbookState } from '../protocol.ts'
import type { EditorHandle } from './cell-editor.tsx'
import { commandsFor } from './commands.ts'
import { EditAnyway } from './edit-anyway.tsx'
import { FormulaBar } from './formula-bar.tsx'
import { Grid } from './grid.tsx'
import { gridActions } from './grid-actions.ts'
import { GridMenu } from './grid-menu.tsx'
import type { Notice } from './notice.tsx'
import { useWords } from './page-words.ts'
import { areaOf, at } from './selection.ts'
import { TabStrip } from './tab-strip.tsx'
import { useEdits } from './use-edits.ts'
import { useShownTab } from './use-shown-tab.ts'

interface WorkbookViewProps {
  state: WorkbookState
  dark: boolean
  onNotice: (notice: Notice | null) => void
}

/** The workbook: its tabs, the table of one of them, and what can be done to it. */
export function WorkbookView({ state, dark, onNotice }: WorkbookViewProps) {
  const words = useWords().workbook
  const { tab, store, selection, select, show } = useShownTab(state)
  const { edit, asked, drop } = useEdits(store, select, onNotice)
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const editor = useRef<EditorHandle>(null)
  const focusEditor = () => editor.current?.focus()

  const { active } = selection
  const area = store.merges.widened(areaOf(selection))
  const actions = gridActions({ store, area, edit, select, openMenu: setMenu })
  const commands = commandsFor({ store, area, column: active.column, actions, edit }, words)
  return (
    <main className="workbook">
      <FormulaBar
        store={store}
        version={state.version}
        place={active}
        onGo={(place) => {
          select(at(place.row, place.column))
          focusEditor()
        }}
        onEnter={(text) => actions.enter(active, [[text]])}
        commands={commands.filter(({ sign }) => sign !== null)}
        onDone={focusEditor}
      />
      <p id="grid-help" className="unseen">
        {words.help}
      </p>
      <Grid
        key={tab.sheetId}
        store={store}
        title={tab.title}
        dark={dark}
        selection={selection}
        onSelect={select}
        actions={actions}
        editorRef={editor}
      />
      <TabStrip tabs={state.tabs} chosen={tab.sheetId} onChoose={(id) => show(id, null)} />
      {menu && (
        <GridMenu
          at={menu}
          commands={commands}
          onClose={() => {
            setMenu(null)
            focusEditor()
          }}
        />
      )}
      {asked && <EditAnyway onSure={() => void edit({ ...asked, sure: true } as Edit)} onClose={drop} />}
    </main>
  )
}
