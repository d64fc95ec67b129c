import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
export type MenuRequest = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions

interface MadeSheet {
  title: string
  /** Developer metadata `tallysheet.tab`. */
  key?: string
  /** What its cells show, from A1. */
  rows?: readonly (readonly string[])[]
}

export interface Answered {
  status: number
  text: string
  headers?: Readonly<Record<string, string>>
}

export interface AppsScriptOptions {
  locale?: string
  sheets?: readonly MadeSheet[]
  email?: string
  token?: string | null
  properties?: Readonly<Record<string, string>>
  /** Only what a simple trigger may use: the spreadsheet. */
  limited?: boolean
  /** What a service answers; a throw is a network failure. */
  answer?: (address: string, request: MenuRequest) => Answered
}

/** Google's Apps Script in small: the services that the menu uses, recording what it does with them, under a made clock. */
export interface AppsScript {
  /** Calls a function of the script by name, as a menu or a trigger does. */
  call(name: string, event?: unknown): void
  /** An edit by a person in a sheet. */
  edit(title: string): void
  /** The functions that Apps Script would find. */
  functions(): string[]
  /** Names in the order in which the menu has them; submenus as lists. */
  menus: { caption: string; items: MenuItem[] }[]
  alerts: { title: string; text: string }[]
  toasts: string[]
  fetches: { address: string; request: MenuRequest }[]
  warnings: string[]
  triggers: { handler: string; kind: string }[]
  clock: { ms: number }
  /** Another answer from now on. */
  answers(answer: AppsScriptOptions['answer']): void
}

type MenuItem = { caption: string; handler: string } | { caption: string; items: MenuItem[] } | '---'

/** Loads the built script the way Apps Script does: one text without modules, all services as globals. */
export function startAppsScript(script: string, options: AppsScriptOptions = {}): AppsScript {
  const {
    locale = 'zh_CN',
    sheets = [],
    email = 'clerk@bureau.example',
    token = 'token',
    properties = { RECALCULATE_URL: 'https://recalculate-abc.a.run.app', SEND_DIGEST_URL: 'https://send-digest-abc.a.run.app' },
  } = options
  let { answer } = options
  const clock = { ms: Date.parse('2025-04-15T01:00:00Z') }
  const made: Pick<AppsScript, 'menus' | 'alerts' | 'toasts' | 'fetches' | 'warnings' | 'triggers'> = {
    menus: [],
    alerts: [],
    toasts: [],
    fetches: [],
    warnings: [],
    triggers: [],
  }
  const spreadsheet = madeSpreadsheet(locale, sheets, made.toasts)

  const services = {
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet, getUi: () => madeUi(made) },
    Session: { getActiveUser: () => ({ getEmail: () => email }) },
    PropertiesService: madeProperties(properties),
    CacheService: madeCache(clock),
    LockService: madeLocks(),
    Utilities: madeUtilities(clock),
    ScriptApp: madeScriptApp(token, made.triggers),
    UrlFetchApp: {
      fetch: (address: string, request: MenuRequest) => {
        made.fetches.push({ address, request })
        if (!answer) throw new Error(`Address unavailable: ${address}`)
        return madeResponse(answer(address, request))
      },
    },
    console: { warn: (text: string) => void made.warnings.push(text) },
    nowMs: () => clock.ms,
  }
  const { SpreadsheetApp, nowMs } = services
  const context = createContext(options.limited ? { SpreadsheetApp, nowMs } : services)
  runInContext('Date.now = nowMs', context)
  const own = new Set(Object.keys(context))
  runInContext(readFileSync(script, 'utf8'), context)
  const call = (name: string, event?: unknown): void => (context[name] as (event: unknown) => void)(event)
  return {
    ...made,
    clock,
    call,
    functions: () => Object.keys(context).filter((name) => !own.has(name) && typeof context[name] === 'function'),
    edit: (title) => call('markEdited', { range: { getSheet: () => spreadsheet.getSheetByName(title) } }),
    answers: (other) => {
      answer = other
    },
  }
}

function madeUi({ alerts, menus }: Pick<AppsScript, 'alerts' | 'menus'>): GoogleAppsScript.Base.Ui {
  const menu = (caption: string) => {
    const items: MenuItem[] = []
    const self = {
      caption,
      items,
      addItem: (name: string, handler: string) => added({ caption: name, handler }),
      addSeparator: () => added('---'),
      addSubMenu: (sub: { caption: string; items: MenuItem[] }) => added({ caption: sub.caption, items: sub.items }),
      addToUi: () => void menus.push({ caption, items }),
    }
    const added = (item: MenuItem): typeof self => {
      items.push(item)
      return self
    }
    return self
  }
  const ui = {
    ButtonSet: { OK: 'OK' },
    alert: (title: string, text: string) => void alerts.push({ title, text }),
    createMenu: menu,
  }
  return ui as unknown as GoogleAppsScript.Base.Ui
}

function madeSpreadsheet(locale: string, sheets: readonly MadeSheet[], toasts: string[]): Spreadsheet {
  const all = sheets.map((sheet, index) => madeSheet(sheet, index))
  const marks = sheets.flatMap(({ key }, index) =>
    key ? [{ getValue: () => key, getLocation: () => ({ getSheet: () => all[index] }) }] : [],
  )
  const spreadsheet = {
    getSpreadsheetLocale: () => locale,
    getSheetByName: (title: string) => all.find((sheet) => sheet.getName() === title) ?? null,
    createDeveloperMetadataFinder: () => ({
      withKey: (key: string) => ({ find: () => (key === 'tallysheet.tab' ? marks : []) }),
    }),
    toast: (text: string) => void toasts.push(text),
  }
  return spreadsheet as unknown as Spreadsheet
}

function madeSheet({ title, rows = [] }: MadeSheet, index: number): Sheet {
  const sheet = {
    getName: () => title,
    getSheetId: () => index,
    getRange: (_row: number, _column: number, height: number, width: number) => ({
      getDisplayValues: () =>
        Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => rows[row]?.[column] ?? '')),
    }),
  }
  return sheet as unknown as Sheet
}

function madeProperties(script: Readonly<Record<string, string>>) {
  const store = (held: Map<string, string>) => ({
    getProperty: (name: string) => held.get(name) ?? null,
    setProperty: (name: string, value: string) => void held.set(name, value),
    deleteProperty: (name: string) => void held.delete(name),
  })
  const [ofScript, ofDocument] = [store(new Map(Object.entries(script))), store(new Map())]
  return { getScriptProperties: () => ofScript, getDocumentProperties: () => ofDocument }
}

function madeCache(clock: { ms: number }) {
  const held = new Map<string, { value: string; untilMs: number }>()
  const cache: Pick<GoogleAppsScript.Cache.Cache, 'get' | 'remove'> & { put(key: string, value: string, seconds: number): void } =
    {
      get: (key) => {
        const entry = held.get(key)
        return entry && entry.untilMs > clock.ms ? entry.value : null
      },
      put: (key, value, seconds) => void held.set(key, { value, untilMs: clock.ms + seconds * 1_000 }),
      remove: (key) => void held.delete(key),
    }
  return { getUserCache: () => cache }
}

/** Locks that may be held once; a second holder is told so, as after its wait. */
function madeLocks() {
  const lock = () => {
    let held = false
    return {
      tryLock: () => {
        if (held) return false
        held = true
        return true
      },
      releaseLock: () => {
        held = false
      },
    } satisfies Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock'>
  }
  const [ofUser, ofDocument] = [lock(), lock()]
  return { getUserLock: () => ofUser, getDocumentLock: () => ofDocument }
}

function madeUtilities(clock: { ms: number }): Pick<GoogleAppsScript.Utilities.Utilities, 'getUuid' | 'sleep'> {
  return {
    getUuid: () => randomUUID(),
    sleep: (ms) => {
      clock.ms += ms
    },
  }
}

function madeScriptApp(token: string | null, triggers: AppsScript['triggers']) {
  const add = (handler: string, kind: string) => ({ create: () => void triggers.push({ handler, kind }) })
  return {
    getIdentityToken: () => token,
    getProjectTriggers: () => triggers.map((trigger) => ({ trigger, getHandlerFunction: () => trigger.handler })),
    deleteTrigger: ({ trigger }: { trigger: AppsScript['triggers'][number] }) =>
      void triggers.splice(triggers.indexOf(trigger), 1),
    newTrigger: (handler: string) => ({
      forSpreadsheet: () => ({ onEdit: () => add(handler, 'edit') }),
      timeBased: () => ({ everyMinutes: (minutes: number) => add(handler, `every ${minutes} min`) }),
    }),
  }
}

function madeResponse({ status, text, headers = {} }: Answered): Pick<
  GoogleAppsScript.URL_Fetch.HTTPResponse,
  'getResponseCode' | 'getAllHeaders'
> & {
  getContentText(charset: string): string
} {
  return { getResponseCode: () => status, getContentText: () => text, getAllHeaders: () => headers }
}
