import { randomInt } from 'node:crypto'
import { type Config, isLoopback } from '../shared/config.ts'
import { Failure } from '../shared/errors.ts'
import type { Pacing } from '../shared/google/retry.ts'
import { signIn } from '../shared/google/sign-in.ts'
import { openWorkbook } from '../shared/google/workbook.ts'
import { openWorkbookLooks } from '../shared/google/workbook-looks.ts'
import { openWorkbookMaker } from '../shared/google/workbook-maker.ts'
import { jsonLog, silentLog } from '../shared/log.ts'
import type { Workbook, WorkbookLooks, WorkbookMaker, World } from '../shared/ports.ts'

/** The real clock, chance and patience. */
export const realPacing: Pacing = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => randomInt(2 ** 32) / 2 ** 32,
}

/** The world of a command. Log lines go to standard error, and only when asked for. */
export const realWorld = (verbose: boolean): World => ({
  now: () => new Date(),
  random: realPacing.random,
  log: verbose ? jsonLog((line) => process.stderr.write(`${line}\n`)) : silentLog,
})

/** Signed in for the scopes. */
export const accessOf = ({ googleUrl }: Pick<Config, 'googleUrl'>, scopes?: readonly string[]) =>
  signIn(googleUrl, googleUrl !== undefined && isLoopback(googleUrl), scopes)

/** The workbook that the command is about. */
export function workbookOf(config: Pick<Config, 'googleUrl' | 'spreadsheetId'> & Partial<Pick<Config, 'mostRows'>>): Workbook {
  const { spreadsheetId, mostRows } = config
  if (!spreadsheetId) throw new Failure('no-spreadsheet')
  return openWorkbook({ access: accessOf(config), spreadsheetId, pacing: realPacing, ...(mostRows ? { mostRows } : {}) })
}

/** Its looks, for what is read only to be shown elsewhere. */
export function workbookLooksOf(config: Pick<Config, 'googleUrl' | 'spreadsheetId'>): WorkbookLooks {
  if (!config.spreadsheetId) throw new Failure('no-spreadsheet')
  return openWorkbookLooks({ access: accessOf(config), spreadsheetId: config.spreadsheetId, pacing: realPacing })
}

export const workbookMakerOf = (config: Pick<Config, 'googleUrl'>): WorkbookMaker =>
  openWorkbookMaker(accessOf(config), realPacing)
