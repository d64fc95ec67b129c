import type { Language } from '../../../../shared/model/language.ts'
import { ownerOf } from '../../google-apis/drive/files.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { WorkbookState } from '../protocol.ts'
import { colourCode } from './colour-code.ts'
import { Editing } from './editing.ts'
import { GoogleCalls } from './google-calls.ts'
import { Live } from './live.ts'
import type { PageOptions } from './page-options.ts'
import { tabKeys } from './tab-keys.ts'
import { ThreeClerks } from './three-clerks.ts'

/** Whoever types on the page is a clerk: may write, but not where the workbook is protected. */
const CLERK = 'clerk@example.test'
const COLLEAGUES = ['li@example.test', 'wang@example.test', 'zhao@example.test']
const MOST_WINDOWS = 100

/** What the page's server works with: the workbook, the windows that are open on it, the clerks that are at work in it. */
export class Desk {
  readonly options: PageOptions
  readonly live = new Live()
  readonly clerks: ThreeClerks
  readonly #windows = new Map<string, Editing>()
  readonly #stops: readonly (() => void)[]

  constructor(options: PageOptions) {
    this.options = options
    this.clerks = new ThreeClerks(options.apis, () => this.spreadsheet, COLLEAGUES, 1)
    this.#stops = [
      options.apis.state.onChange(({ id }) => {
        if (id === options.spreadsheetId) this.live.changed()
      }),
      options.mailbox?.onArrival?.(() => this.live.changed()) ?? (() => undefined),
    ]
  }

  get spreadsheet(): Spreadsheet {
    const file = this.options.apis.state.get(this.options.spreadsheetId)
    if (!file) throw new Error('The workbook is gone from the emulator.')
    return file.spreadsheet
  }

  /** The language that the workbook was made in. */
  get language(): Language {
    return this.spreadsheet.locale.startsWith('zh') ? 'zh-CN' : 'en'
  }

  /** The account that the program works under. */
  get program(): string {
    return ownerOf(this.options.apis.state.get(this.options.spreadsheetId)!)
  }

  sheet(sheetId: number): Sheet | undefined {
    return this.spreadsheet.sheets.find((sheet) => sheet.sheetId === sheetId && !sheet.hidden)
  }

  /** The edits of one window, with what it can undo. */
  editing(window: string): Editing {
    const known = this.#windows.get(window)
    if (known) return known
    const oldest = this.#windows.keys().next()
    if (this.#windows.size >= MOST_WINDOWS && !oldest.done) this.#windows.delete(oldest.value)
    const made = new Editing(new GoogleCalls(this.options.apis.url, CLERK), () => this.spreadsheet)
    this.#windows.set(window, made)
    return made
  }

  /** Shares the workbook with the clerks, as the owner does by hand in Drive. */
  async share(): Promise<void> {
    const { apis, spreadsheetId } = this.options
    const shared = new Set(apis.state.get(spreadsheetId)?.permissions.map(({ emailAddress }) => emailAddress))
    const owner = new GoogleCalls(apis.url, this.program)
    for (const emailAddress of [CLERK, ...COLLEAGUES])
      if (!shared.has(emailAddress))
        await owner.post(`/drive/v3/files/${spreadsheetId}/permissions?sendNotificationEmail=false`, {
          type: 'user',
          role: 'writer',
          emailAddress,
        })
  }

  /** After something other than an edit changed the workbook: what could be undone before no longer can. */
  async replaced(): Promise<void> {
    this.#windows.clear()
    await this.share()
    this.live.changed()
  }

  state(): WorkbookState {
    const { options, spreadsheet } = this
    const keys = tabKeys(spreadsheet)
    const set = options.day.get()
    return {
      version: this.live.version,
      title: spreadsheet.title,
      language: this.language,
      day: set ?? dayOf(options.now?.() ?? new Date(), String(spreadsheet.properties.timeZone)),
      dayIsSet: set !== undefined,
      tabs: spreadsheet.sheets
        .filter(({ hidden }) => !hidden)
        .map(({ sheetId, title, appearance }) => ({
          sheetId,
          key: keys.get(sheetId) ?? null,
          title,
          colour: colourCode(appearance.tabColorStyle ?? appearance.tabColor),
        })),
      can: {
        digest: options.functions.sendDigest !== undefined,
        remind: options.functions.sendReminders !== undefined,
        reset: options.reset !== undefined,
      },
      clerksAtWork: this.clerks.atWork,
    }
  }

  close(): void {
    for (const stop of this.#stops) stop()
    this.clerks.stop()
    this.live.close()
  }
}

const dayOf = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
