import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { TabName, WorkbookState } from '../protocol.ts'
import { readHash } from './navigation.ts'
import { at, type Place, type Selection } from './selection.ts'
import { TabStore } from './tab-store.ts'

interface ShownTab {
  tab: TabName
  store: TabStore
  selection: Selection
  select: (selection: Selection) => void
  /** Turns to a tab: at the place, or where it was left. */
  show: (sheetId: number, place: Place | null) => void
}

/** The tab that is shown, and what is selected in it: each keeps its rows and its selection while another is shown. */
export function useShownTab(state: WorkbookState): ShownTab {
  const stores = useRef(new Map<number, TabStore>())
  const selections = useRef(new Map<number, Selection>())
  const [sheetId, setSheetId] = useState(() => firstTab(state))
  const tab = state.tabs.find((one) => one.sheetId === sheetId) ?? state.tabs[0]!
  const [chosen, setSelection] = useState<Selection>(() => firstSelection())

  const store = useMemo(() => {
    const known = stores.current.get(tab.sheetId)
    if (known) return known
    const made = new TabStore(tab.sheetId)
    stores.current.set(tab.sheetId, made)
    return made
  }, [tab.sheetId])
  useSyncExternalStore(store.subscribe, () => store.revision)
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
  return { tab, store, selection: store.merges.settled(chosen), select, show }
}

/** The tab that the address names, else that of the monthly reports, else the first. */
function firstTab({ tabs }: WorkbookState): number {
  const { sheetId } = readHash(location.hash)
  return (tabs.find((tab) => tab.sheetId === sheetId) ?? tabs.find(({ key }) => key === 'submissions') ?? tabs[0]!).sheetId
}

function firstSelection(): Selection {
  const { place } = readHash(location.hash)
  return place ? at(place.row, place.column) : at(1, 0)
}
