import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { menuEn } from '../../../shared/model/texts/en/menu.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { STAFF } from '../../support/google-keys.ts'
import { type BuiltMenu, builtMenu } from './built-menu.ts'
import type { RealClick } from './click-for-real.ts'

// The built menu against the built function, with what UrlFetchApp sends going over HTTP.

const TABS = Object.values(textsFor('en').workbook.tab)
const SUBMISSIONS = [
  ['2025-02', '甲铸造有限公司', null, 10],
  ['2025-03', '甲铸造有限公司', null, 15],
  ['2025-03', '乙碳素有限公司', null, 'about twenty'],
]

let built: BuiltMenu
let deployed: DeployedFunction
let running: FunctionProcess
beforeAll(async () => {
  ;[built, deployed] = await Promise.all([builtMenu(), deployRecalculate({ submissions: SUBMISSIONS })])
  running = await deployed.start()
})
afterAll(async () => {
  built?.remove()
  await deployed?.close()
})

async function click(token: string, ...handlers: string[]): Promise<{ title: string; text: string }[]> {
  const workerData: RealClick = { script: built.script, token, locale: 'en_US', tabs: TABS, handlers, url: running.url }
  const worker = new Worker(new URL('./click-for-real.ts', import.meta.url), { workerData })
  const [alerts] = await once(worker, 'message')
  await worker.terminate()
  return alerts
}

test('a click by staff is let in, recalculates, and its figures are told; the row in Runs says who and why', async () => {
  const [alert] = await click(await deployed.keys.token(STAFF), 'recalculateNow')
  expect(alert).toEqual({
    title: 'Recalculate',
    text: [
      menuEn.result.changed,
      'Figures up to 2025-03, as of 2025-04-15',
      'Rows: 3 read; 2 accepted, 0 accepted with a note, 0 held, 1 rejected',
      'Enterprises: 1 of 3 reported; 2 late',
    ].join('\n'),
  })
  const [, latest] = await deployed.county.show('runs')
  expect([latest![2], latest![3]]).toEqual(['menu', STAFF])
})

test('a check by staff says that all is in place, then what isn’t and how to mend it, and writes nothing', async () => {
  const token = await deployed.keys.token(STAFF)
  const { requests } = deployed.county.apis
  const writes = requests.writes
  const [fine] = await click(token, 'checkThisWorkbook')
  expect(fine).toEqual({ title: menuEn.item.check, text: [menuEn.check.inPlace, '', menuEn.check.rows].join('\n') })
  expect(requests.writes).toBe(writes)

  const { sheets } = await deployed.county.open().structure()
  const sheetOf = (tab: string) => sheets.find(({ key }) => key === tab)!.sheetId
  const typed = { rowIndex: 4, columnIndex: 1, text: 'soon' }
  await deployed.county.open().commit([
    { deleteSheet: { sheetId: sheetOf('sent') } },
    {
      updateCells: {
        start: { sheetId: sheetOf('settings'), rowIndex: typed.rowIndex, columnIndex: typed.columnIndex },
        rows: [{ values: [{ userEnteredValue: { stringValue: typed.text } }] }],
        fields: 'userEnteredValue',
      },
    },
  ])
  const [wrong] = await click(token, 'checkThisWorkbook')
  expect(wrong!.text.split('\n')).toEqual([
    menuEn.check.findings,
    '• The tab “Sent” is missing. Run “tallysheet set-up” to put it right; figures stay as they are.',
    expect.stringMatching(/^• “Settings” B5: entry not readable\. “soon” is not a value for dueDay; .*Please correct it\.$/),
    '',
    menuEn.check.rows,
  ])
})

test('a stranger and a bad token are told so', async () => {
  const [stranger] = await click(await deployed.keys.token('stranger@bureau.example'), 'recalculateNow')
  const [curious] = await click(await deployed.keys.token('stranger@bureau.example'), 'checkThisWorkbook')
  const [forged] = await click(`${(await deployed.keys.token(STAFF)).slice(0, -8)}`, 'recalculateNow')
  const { notAllowed, unauthenticated } = menuEn.trouble
  expect([stranger!.text, curious!.text, forged!.text]).toEqual([notAllowed, notAllowed, unauthenticated])
})

test('a failure of the workbook is told with what to do', async () => {
  deployed.county.apis.faults.add({ on: 'any', times: 1, effect: { kind: 'status', status: 403 } })
  const [alert] = await click(await deployed.keys.token(STAFF), 'recalculateNow')
  expect(alert!.text.split('\n')).toEqual([
    menuEn.trouble.failed(502, 'not-shared'),
    'Google refuses access to the spreadsheet.',
    expect.stringContaining('Share the spreadsheet with the program'),
  ])
})
