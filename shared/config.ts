import * as z from 'zod'
import { Failure } from './errors.ts'
import { Language } from './model/language.ts'

/** Hosts of this machine. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Is the URL's host this machine? */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname)

/** Plain http only on this machine: a token never travels in the clear. */
const apiOrigin = z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith('https:') || isLoopback(url))

/** Exactly one plain address. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"]{1,64}@[a-z\d.-]{1,190}$/i

/** Texts with commas between them, at least one. */
const list = (each: (text: string) => boolean) =>
  z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim()))
    .refine((entries) => entries.every(each))

const addresses = list((text) => ADDRESS.test(text)).transform((entries) => entries.map((entry) => entry.toLowerCase()))

/** A service's root, since Cloud Run knows no audience with a path, or an OAuth client's id. */
const isAudience = (text: string): boolean =>
  text.startsWith('https:') ? URL.canParse(text) && /^\/?$/.test(new URL(text).pathname) : /^[\w.-]{1,200}$/.test(text)

/** `Name <address>` or an address alone. */
const sender = z
  .string()
  .regex(/^[^\p{Cc}<>]*<[^<>]+>$|^[^<>]+$/u)
  .transform((text) => {
    const [, name = '', address = text] = /^(.*)<(.+)>$/.exec(text) ?? []
    return { name: name.trim(), address: address.trim() }
  })
  .refine(({ address }) => ADDRESS.test(address))

/** The password has a variable of its own, which comes from a secret. */
const smtpUrl = z.url({ protocol: /^smtps?$/ }).refine((url) => new URL(url).password === '')

/** What the environment decides. Every variable may be absent; a present one must be usable. */
const Environment = z.object({
  TALLYSHEET_SPREADSHEET_ID: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  TALLYSHEET_GOOGLE_URL: apiOrigin.optional(),
  TALLYSHEET_TODAY: z.iso.date().optional(),
  TALLYSHEET_LANGUAGE: Language.optional(),
  TALLYSHEET_AUDIENCE: list(isAudience).optional(),
  TALLYSHEET_SCHEDULER: addresses.optional(),
  TALLYSHEET_STAFF: addresses.optional(),
  TALLYSHEET_ADMINISTRATORS: addresses.optional(),
  TALLYSHEET_FRONT: z.literal('cloud-run').optional(),
  TALLYSHEET_KEYS_URL: apiOrigin.optional(),
  TALLYSHEET_MOST_ROWS: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .optional(),
  TALLYSHEET_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d._-]{1,220}[a-z\d]$/)
    .optional(),
  TALLYSHEET_MAIL_FROM: sender.optional(),
  TALLYSHEET_SMTP_URL: smtpUrl.optional(),
  TALLYSHEET_SMTP_PASSWORD: z.string().optional(),
  TALLYSHEET_GMAIL_ACCOUNT: z
    .string()
    .refine((text) => ADDRESS.test(text))
    .optional(),
  GOOGLE_CLOUD_PROJECT: z
    .string()
    .regex(/^[a-z\d.:-]{1,100}$/)
    .optional(),
})

export interface Config {
  spreadsheetId: string | undefined
  /** Another origin for Google's APIs; undefined is Google. */
  googleUrl: string | undefined
  /** The day of the run, for tests and training; only where the origin is on loopback. */
  today: string | undefined
  language: Language | undefined
  /** Whom a caller's token must be for; empty only where the origin is on loopback, and then callers aren't checked. */
  audience: readonly string[]
  /** Who may call, as lower-cased addresses. */
  callers: { scheduler: readonly string[]; staff: readonly string[]; administrator: readonly string[] }
  /** `cloud-run`: Cloud Run has checked the signature of a token that it took it from. */
  front: 'cloud-run' | undefined
  /** Other keys than Google's to check tokens with; only where the origin is on loopback. */
  keysUrl: string | undefined
  /** Rows of one tab that this process can hold; undefined is what 512 MiB do. */
  mostRows: number | undefined
  bucket: string | undefined
  mailFrom: { name: string; address: string } | undefined
  smtpUrl: string | undefined
  smtpPassword: string | undefined
  /** The service account that sends by Gmail as the sender, where no SMTP server is named. */
  gmailAccount: string | undefined
  /** The project that traces in log lines belong to. */
  project: string | undefined
}

/** Variables that are for emulated APIs only. */
const EMULATED_ONLY = ['TALLYSHEET_TODAY', 'TALLYSHEET_KEYS_URL'] as const

/**
 * Reads the environment once; every bad or missing variable is named at once, its value never (architecture.md 9). What is `needed` must be
 * there; the audience only on Google, since the library's way would be not to check one that isn't set (security.md S02).
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  needed: readonly (keyof typeof Environment.shape)[] = [],
): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(present)
  const bad = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])))
  const emulated = isEmulated(present.TALLYSHEET_GOOGLE_URL)
  for (const name of EMULATED_ONLY) if (present[name] && !emulated) bad.add(name)
  for (const name of needed) if (!present[name] && !(emulated && name === 'TALLYSHEET_AUDIENCE')) bad.add(name)
  if (!parsed.success || bad.size > 0) throw new Failure('bad-configuration', { variables: [...bad].join(', ') })
  const { data } = parsed
  return {
    spreadsheetId: data.TALLYSHEET_SPREADSHEET_ID,
    googleUrl: data.TALLYSHEET_GOOGLE_URL,
    today: data.TALLYSHEET_TODAY,
    language: data.TALLYSHEET_LANGUAGE,
    audience: data.TALLYSHEET_AUDIENCE ?? [],
    callers: {
      scheduler: data.TALLYSHEET_SCHEDULER ?? [],
      staff: data.TALLYSHEET_STAFF ?? [],
      administrator: data.TALLYSHEET_ADMINISTRATORS ?? [],
    },
    front: data.TALLYSHEET_FRONT,
    keysUrl: data.TALLYSHEET_KEYS_URL,
    mostRows: data.TALLYSHEET_MOST_ROWS,
    bucket: data.TALLYSHEET_BUCKET,
    mailFrom: data.TALLYSHEET_MAIL_FROM,
    smtpUrl: data.TALLYSHEET_SMTP_URL,
    smtpPassword: data.TALLYSHEET_SMTP_PASSWORD,
    gmailAccount: data.TALLYSHEET_GMAIL_ACCOUNT,
    project: data.GOOGLE_CLOUD_PROJECT,
  }
}

const isEmulated = (url: string | undefined): boolean => url !== undefined && URL.canParse(url) && isLoopback(url)
