import type { Command } from 'commander'
import { type Config, parseConfig } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import { parseDay } from '../../shared/model/day.ts'
import { type Texts, textsFor } from '../../shared/model/texts/texts.ts'

/** Options that every command takes. */
export interface CommonOptions {
  json?: boolean
  spreadsheet?: string
  verbose?: boolean
}

/** Adds them. */
export const withCommonOptions = (command: Command): Command =>
  command
    .option('--spreadsheet <id>', 'the workbook; else TALLYSHEET_SPREADSHEET_ID')
    .option('--json', 'print one JSON document')
    .option('--verbose', 'log each step to standard error')

/** The configuration of this process, with the spreadsheet that the command line names. */
export function configOf(options: CommonOptions): Config {
  const config = parseConfig(process.env)
  return options.spreadsheet ? { ...config, spreadsheetId: options.spreadsheet } : config
}

/** The language to speak to whoever typed the command: as set, else as the terminal is. */
export function terminalTexts(): Texts {
  const set = process.env.TALLYSHEET_LANGUAGE ?? process.env.LC_ALL ?? process.env.LANG ?? ''
  return textsFor(set.startsWith('zh') ? 'zh-CN' : 'en')
}

/** One sentence that says what happened, and one that says what to do. */
export function failureText(failure: Failure, texts: Texts): string {
  const say = (words: Record<string, (facts: Readonly<Record<string, string>>) => string>) =>
    words[failure.code]?.(failure.facts) ?? ''
  return `${say(texts.messages.failure)}${texts.language === 'en' ? ' ' : ''}${say(texts.messages.hint)}`
}

/** Prints the document with --json, else the text. */
export const print = (options: CommonOptions, document: unknown, text: () => string): void =>
  void process.stdout.write(options.json ? `${JSON.stringify(document)}\n` : `${text()}\n`)

/** A day as an option takes it. */
export function dayOption(text: string): string {
  const day = parseDay(text)
  if (!day) throw new Failure('wrong-usage', { what: `“${text}” is not a day (YYYY-MM-DD)` })
  return day
}
