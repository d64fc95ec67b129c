import { useSyncExternalStore } from 'react'
import { type Place, placeNamed } from './selection.ts'

export type View = 'workbook' | 'mailbox' | 'runs'

export interface Target {
  view: View
  /** Of the workbook: the tab, and the cell within it. */
  sheetId: number | null
  place: Place | null
}

/** What the address names: `#mailbox`, `#runs`, or `#gid=…&range=…` as in Google's own links. */
export function readHash(hash: string): Target {
  const text = hash.replace(/^#/, '')
  if (text === 'mailbox' || text === 'runs') return { view: text, sheetId: null, place: null }
  const named = new URLSearchParams(text)
  const gid = named.get('gid')
  const [first = ''] = (named.get('range') ?? '').split(':')
  return { view: 'workbook', sheetId: gid === null ? null : Number(gid), place: placeNamed(first) }
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Where the address leads; told anew when it changes. */
export function useHash(): Target {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return readHash(hash)
}

export function goToMailbox(): void {
  location.hash = '#mailbox'
}

export function goTo(sheetId: number, cell?: string): void {
  const hash = `#gid=${sheetId}${cell ? `&range=${cell}` : ''}`
  if (location.hash === hash) dispatchEvent(new HashChangeEvent('hashchange'))
  else location.hash = hash
}
