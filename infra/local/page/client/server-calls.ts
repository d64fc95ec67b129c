import type { Edit, EditAnswer, MailLine, RunState, TabLayout, TabRows, WalkState, WorkbookState } from '../protocol.ts'
import type { RunAnswer } from './run-notice.ts'

/** Undo is this window's own. */
const WINDOW = crypto.randomUUID()

/** The server's answer where it isn't what was asked for. */
export class CallFailed extends Error {
  readonly status: number
  readonly code: string
  readonly hint: string

  constructor(status: number, error: { code?: string; message?: string; hint?: string }) {
    super(error.message ?? '')
    this.name = 'CallFailed'
    this.status = status
    this.code = error.code ?? ''
    this.hint = error.hint ?? ''
  }
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { ...init, headers: { 'x-window': WINDOW, ...init.headers } })
  const body = await answer.json()
  // A function that got only part of its work done says so in its own words.
  if (!answer.ok && !('run' in body)) throw new CallFailed(answer.status, body.error ?? {})
  return body as T
}

const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export interface Choices {
  choices: string[]
  message: string
  strict: boolean
}

export interface MailContent {
  text: string
  headers: [string, string][]
  hasHtml: boolean
}

/** Everything that the page asks of its server. */
export const server = {
  workbook: () => call<WorkbookState>('/api/workbook'),
  layout: (sheetId: number, quick: boolean) => call<TabLayout>(`/api/tab/${sheetId}${quick ? '?quick' : ''}`),
  rows: (sheetId: number, from: number, to: number, quick: boolean) =>
    call<TabRows>(`/api/tab/${sheetId}/rows?from=${from}&to=${to}${quick ? '&quick' : ''}`),
  entry: (sheetId: number, row: number, column: number) =>
    call<{ text: string }>(`/api/tab/${sheetId}/entry?row=${row}&column=${column}`),
  choices: (sheetId: number, row: number, column: number) =>
    call<Choices>(`/api/tab/${sheetId}/choices?row=${row}&column=${column}`),
  edit: (edit: Edit) => post<EditAnswer>('/api/edit', edit),
  run: (name: 'recalculate' | 'digest' | 'remind') => post<RunAnswer>(`/api/run/${name}`),
  setDay: (day: string | null) => post('/api/day', { day }),
  clerks: () => post('/api/clerks'),
  reset: () => post<{ done: boolean }>('/api/reset'),
  load: (file: File) => call('/workbook.xlsx', { method: 'POST', body: file }),
  runs: () => call<RunState[]>('/api/runs'),
  mails: () => call<MailLine[]>('/api/mails'),
  mail: (id: string) => call<MailContent>(`/api/mail/${encodeURIComponent(id)}`),
  walk: (row?: { period: string; enterprise: string }) =>
    call<WalkState | null>(`/api/walk${row ? `?${new URLSearchParams(row)}` : ''}`),
}
