import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Area, Edit, EditAnswer, WorkbookState } from '../protocol.ts'
import type { EditorHandle } from './cell-editor.tsx'
import { type Command, FormulaBar } from './formula-bar.tsx'
import { Grid, type GridActions } from './grid.tsx'
import { GridMenu } from './grid-menu.tsx'
import { readHash } from './navigation.ts'
import type { Notice } from './notice.tsx'
import { useWords } from './page-words.ts'
import { areaOf, at, type Place, type Selection } from './selection.ts'
import { server } from './server-calls.ts'
import { TabStore } from './tab-store.ts'
import { TabStrip } from './tab-strip.tsx'
import { formatTsv, parseTsv } from './tsv.ts'

interface WorkbookViewProps {
  state: WorkbookState
  dark: boolean
  onNotice: (notice: Notice | null) => void
}

/** The workbook: its tabs, the table of one of them, and what can be done to it. */
export function WorkbookView({ state, dark, onNotice }: WorkbookViewProps) {
  const words = useWords()
  const stores = useRef(new Map<number, TabStore>())
  const selections = useRef(new Map<number, Selection>())
  const [sheetId, setSheetId] = useState(() => firstTab(state))
  const tab = state.tabs.find((one) => one.sheetId === sheetId) ?? state.tabs[0]!
  const [chosen, setSelection] = useState<Selection>(() => readSelection())
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const [asked, setAsked] = useState<{ edit: Edit; text: string } | null>(null)
  const editor = useRef<EditorHandle>(null)

  const store = useMemo(() => {
    const known = stores.current.get(tab.sheetId)
    if (known) return known
    const made = new TabStore(tab.sheetId)
    stores.current.set(tab.sheetId, made)
    return made
  }, [tab.sheetId])
  useSyncExternalStore(store.subscribe, () => store.revision)
  const selection = store.merges.settled(chosen)
  useEffect(() => {
    void store.refresh(state.version).catch(() => {})
  }, [store, state.version])

  const show = useCallback((id: number, place: Place | null) => {
    setSheetId(id)
    setSelection(place ? at(place.row, place.column) : (selections.current.get(id) ?? at(0, 0)))
  }, [])
  useEffect(() => {
    const onHash = () => {
      const { view, sheetId: named, place } = readHash(location.hash)
      if (view === 'workbook' && named !== null) show(named, place)
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [show])
  const select = useCallback(
    (next: Selection) => {
      selections.current.set(tab.sheetId, next)
      setSelection(next)
    },
    [tab.sheetId],
  )

  const edit = async (wanted: Edit) => {
    let answer: EditAnswer
    try {
      answer = await server.edit(wanted)
    } catch {
      store.settle(false)
      return onNotice({ text: words.result.silent, failed: true })
    }
    store.settle(answer.done)
    if (answer.done) {
      if (answer.edit && (wanted.kind === 'undo' || wanted.kind === 'redo'))
        select(at(answer.edit.area.startRow, answer.edit.area.startColumn))
      return
    }
    if (answer.reason === 'warned') return setAsked({ edit: wanted, text: words.workbook.refused.warned })
    const reason = words.workbook.refused[answer.reason]
    onNotice({ text: answer.reason === 'refused' ? `${reason} ${answer.message}` : reason, failed: true })
  }
  const area = store.merges.widened(areaOf(selection))
  const enter = (place: Place, rows: string[][]) => {
    store.expect(place.row, place.column, rows)
    void edit({ kind: 'enter', sheetId: tab.sheetId, ...place, rows })
  }
  const rowsEdit = (kind: 'insertRows' | 'deleteRows', row: number, count: number) =>
    void edit({ kind, sheetId: tab.sheetId, row, count })
  const actions: GridActions = {
    enter,
    clear: ({ startRow, endRow, startColumn, endColumn }) => {
      const last = Math.min(endRow, Math.max(startRow + 1, store.layout?.usedRows ?? endRow))
      const line = Array.from({ length: endColumn - startColumn }, () => '')
      enter(
        { row: startRow, column: startColumn },
        Array.from({ length: last - startRow }, () => line),
      )
    },
    fill: (source, target) => void edit({ kind: 'fill', sheetId: tab.sheetId, source, target }),
    undo: () => void edit({ kind: 'undo' }),
    redo: () => void edit({ kind: 'redo' }),
    copy: (from, clipboard) => void copy(tab.sheetId, store, from, clipboard),
    menu: setMenu,
    paste: (text) => {
      if (text === '') return
      const rows = repeated(parseTsv(text), area)
      enter({ row: area.startRow, column: area.startColumn }, rows)
      select({
        active: { row: area.startRow, column: area.startColumn },
        end: { row: area.startRow + rows.length - 1, column: area.startColumn + Math.max(...rows.map((row) => row.length)) - 1 },
        still: true,
      })
    },
  }
  const count = Math.min(area.endRow, store.layout?.rowCount ?? area.endRow) - area.startRow
  const commands: Command[] = [
    { name: words.workbook.undo, sign: 'undo', act: actions.undo },
    { name: words.workbook.redo, sign: 'redo', act: actions.redo },
    { name: words.workbook.insertAbove, sign: 'insert-above', act: () => rowsEdit('insertRows', area.startRow, 1) },
    { name: words.workbook.insertBelow, sign: 'insert-below', act: () => rowsEdit('insertRows', area.endRow, 1) },
    { name: words.workbook.deleteRows(count), sign: 'delete-row', act: () => rowsEdit('deleteRows', area.startRow, count) },
    {
      name: words.workbook.sortUp,
      sign: 'sort-up',
      act: () => void edit({ kind: 'sort', sheetId: tab.sheetId, column: selection.active.column, descending: false }),
    },
    {
      name: words.workbook.sortDown,
      sign: 'sort-down',
      act: () => void edit({ kind: 'sort', sheetId: tab.sheetId, column: selection.active.column, descending: true }),
    },
    { name: words.workbook.copy, sign: null, act: () => actions.copy(area, null) },
    { name: words.workbook.clear, sign: null, act: () => actions.clear(area) },
  ]
  return (
    <main className="workbook">
      <FormulaBar
        store={store}
        version={state.version}
        place={selection.active}
        onGo={(place) => {
          select(at(place.row, place.column))
          editor.current?.focus()
        }}
        onEnter={(text) => enter(selection.active, [[text]])}
        commands={commands.filter(({ sign }) => sign !== null)}
        onDone={() => editor.current?.focus()}
      />
      <p id="grid-help" className="unseen">
        {words.workbook.help}
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
            editor.current?.focus()
          }}
        />
      )}
      {asked && (
        <dialog
          ref={(element) => {
            if (element?.open === false) element.showModal()
          }}
          onClose={() => setAsked(null)}
          className="ask"
        >
          <p>{asked.text}</p>
          <form method="dialog">
            <button type="submit">{words.workbook.cancel}</button>
            <button type="submit" className="primary" onClick={() => void edit({ ...asked.edit, sure: true } as Edit)}>
              {words.workbook.editAnyway}
            </button>
          </form>
        </dialog>
      )}
    </main>
  )
}

/** The tab that the address names, else that of the monthly reports, else the first. */
function firstTab({ tabs }: WorkbookState): number {
  const { sheetId } = readHash(location.hash)
  return (tabs.find((tab) => tab.sheetId === sheetId) ?? tabs.find(({ key }) => key === 'submissions') ?? tabs[0]!).sheetId
}

function readSelection(): Selection {
  const { place } = readHash(location.hash)
  return place ? at(place.row, place.column) : at(1, 0)
}

/** A single copied cell, or a block that fits several times, fills the selection. */
function repeated(rows: string[][], { startRow, endRow, startColumn, endColumn }: Area): string[][] {
  const width = Math.max(...rows.map((row) => row.length))
  const [tall, wide] = [endRow - startRow, endColumn - startColumn]
  const [down, right] = [tall % rows.length === 0 ? tall / rows.length : 1, wide % width === 0 ? wide / width : 1]
  if (down * right * rows.length > 20_000) return rows
  return Array.from({ length: rows.length * down }, (_, row) =>
    Array.from({ length: width * right }, (_, column) => rows[row % rows.length]![column % width] ?? ''),
  )
}

async function copy(sheetId: number, store: TabStore, area: Area, clipboard: DataTransfer | null): Promise<void> {
  const endRow = Math.min(area.endRow, Math.max(area.startRow + 1, store.layout?.usedRows ?? area.endRow))
  const texts = (textAt: (row: number, column: number) => string) =>
    formatTsv(
      Array.from({ length: endRow - area.startRow }, (_, down) =>
        Array.from({ length: area.endColumn - area.startColumn }, (_, right) =>
          textAt(area.startRow + down, area.startColumn + right),
        ),
      ),
    )
  if (clipboard && endRow - area.startRow <= 100)
    return clipboard.setData(
      'text/plain',
      texts((row, column) => store.cell(row, column)?.text ?? ''),
    )
  const parts = []
  for (let from = area.startRow; from < endRow; from += 1_000)
    parts.push(await server.rows(sheetId, from, Math.min(endRow, from + 1_000), false))
  const rows = parts.flatMap((part) => part.rows)
  await navigator.clipboard.writeText(texts((row, column) => rows[row - area.startRow]?.[column]?.text ?? ''))
}
