import { COLUMNS } from '../../../../shared/model/tabs.ts'
import type { LoggedRequest } from '../../google-apis/request-log.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { RunState } from '../protocol.ts'
import { tabKeys } from './tab-keys.ts'

const MOST_RUNS = 100
/** The run's own row is the last thing that it writes; clocks differ by a little. */
const SLACK_MS = 1_500

/** The runs that the tab Runs tells of, newest first, with the program's requests of that time as far as they are on record. */
export function runStates(spreadsheet: Spreadsheet, log: readonly LoggedRequest[], program: string): RunState[] {
  const keys = tabKeys(spreadsheet)
  const sheet = spreadsheet.sheets.find(({ sheetId }) => keys.get(sheetId) === 'runs')
  if (!sheet) return []
  const value = (row: number, key: (typeof COLUMNS.runs)[number]) =>
    spreadsheet.calculation.value(sheet, row, COLUMNS.runs.indexOf(key))
  const text = (row: number, key: (typeof COLUMNS.runs)[number]) => String(value(row, key) ?? '')
  const number = (row: number, key: (typeof COLUMNS.runs)[number]) => {
    const found = value(row, key)
    return typeof found === 'number' ? found : null
  }
  const runs: RunState[] = []
  for (let row = 1; row < sheet.grid.usedRows && runs.length < MOST_RUNS; row++) {
    const id = text(row, 'run')
    if (id === '') continue
    const startedAt = text(row, 'startedAt')
    const seconds = number(row, 'seconds') ?? 0
    runs.push({
      id,
      startedAt,
      seconds,
      reason: text(row, 'reason'),
      who: text(row, 'who'),
      asOf: text(row, 'asOf'),
      period: text(row, 'period'),
      read: number(row, 'read'),
      accepted: number(row, 'accepted'),
      noted: number(row, 'noted'),
      held: number(row, 'held'),
      rejected: number(row, 'rejected'),
      written: number(row, 'written'),
      result: text(row, 'result'),
      requests: requestsOf(log, program, Date.parse(startedAt), seconds * 1_000),
    })
  }
  return runs.sort((one, other) => other.startedAt.localeCompare(one.startedAt))
}

function requestsOf(log: readonly LoggedRequest[], program: string, startMs: number, durationMs: number): RunState['requests'] {
  return log
    .filter(({ at, email }) => email === program && at >= startMs && at <= startMs + durationMs + SLACK_MS)
    .map(({ at, method, path, kind, kinds, bytes, status }) => ({
      at: new Date(at).toISOString(),
      line: `${method} ${decodeURIComponent(path).replace(/\/spreadsheets\/[^/:]+/, '/spreadsheets/…')}`,
      kind,
      kinds,
      bytes,
      status,
    }))
}
