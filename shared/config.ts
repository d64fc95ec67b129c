import { z } from 'zod'
import { Failure } from './errors.ts'
import { parseDay } from './model/day.ts'
import { Language } from './model/settings.ts'

/** Hosts of this machine. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Is the URL's host this machine? */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname)

/** Plain http only on this machine: a token never travels in the clear. */
const apiOrigin = z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith('https:') || isLoopback(url))

/** What the environment decides. Every variable may be absent; a present one must be usable. */
const Environment = z.object({
  TALLYSHEET_SPREADSHEET_ID: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  TALLYSHEET_GOOGLE_URL: apiOrigin.optional(),
  TALLYSHEET_TODAY: z
    .string()
    .refine((text) => parseDay(text) !== undefined)
    .optional(),
  TALLYSHEET_LANGUAGE: Language.optional(),
})

export interface Config {
  spreadsheetId: string | undefined
  /** Another origin for Google's APIs; undefined is Google. */
  googleUrl: string | undefined
  /** The day of the run, for tests and training; only where the origin is on loopback. */
  today: string | undefined
  language: Language | undefined
}

/** Reads the environment once; every bad variable is named at once, its value never (architecture.md 9). */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(present)
  const bad = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])))
  const emulated = parsed.data?.TALLYSHEET_GOOGLE_URL !== undefined && isLoopback(parsed.data.TALLYSHEET_GOOGLE_URL)
  if (parsed.data?.TALLYSHEET_TODAY && !emulated) bad.add('TALLYSHEET_TODAY')
  if (!parsed.success || bad.size > 0) throw new Failure('bad-configuration', { variables: [...bad].join(', ') })
  const { TALLYSHEET_SPREADSHEET_ID, TALLYSHEET_GOOGLE_URL, TALLYSHEET_TODAY, TALLYSHEET_LANGUAGE } = parsed.data
  return {
    spreadsheetId: TALLYSHEET_SPREADSHEET_ID,
    googleUrl: TALLYSHEET_GOOGLE_URL,
    today: TALLYSHEET_TODAY,
    language: TALLYSHEET_LANGUAGE,
  }
}
