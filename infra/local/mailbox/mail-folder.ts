import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { z } from 'zod'

const KeptMail = z.object({
  /** Its files are NAME.eml and NAME.html; names sort by arrival. */
  name: z.string(),
  /** Who the server was told, whatever the headers say. */
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** As the header has it, in ISO 8601; null where there is none. */
  date: z.string().nullable(),
  /** Our own header X-Tallysheet-Key. */
  key: z.string().nullable(),
})

/** A mail that arrived. */
export type KeptMail = z.infer<typeof KeptMail>

export interface MailFolder {
  /** Keeps a message; it has arrived once it stands in index.json. */
  keep(raw: Buffer, envelope: { from: string; to: string[] }): Promise<KeptMail>
  /** Newest first. */
  list(): KeptMail[]
}

/** The mails of a folder, those of earlier days included; the folder is made where there is none. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true })
  const index = join(folder, 'index.json')
  const mails: KeptMail[] = existsSync(index) ? z.array(KeptMail).parse(JSON.parse(await readFile(index, 'utf8'))) : []
  // A file that the index lacks is of a mail that was never accepted; its number is not used again.
  let count = Math.max(0, ...(await readdir(folder)).map((file) => Number.parseInt(file, 10) || 0))
  let before: Promise<unknown> = Promise.resolve()

  async function write(raw: Buffer, { from, to }: { from: string; to: string[] }): Promise<KeptMail> {
    const parsed = await simpleParser(raw)
    const key = parsed.headers.get('x-tallysheet-key')?.toString() ?? null
    const name = `${String(++count).padStart(6, '0')}${nameOf(key)}`
    const mail = { name, from, to, subject: parsed.subject ?? '', date: parsed.date?.toISOString() ?? null, key }
    await writeFile(join(folder, `${name}.eml`), raw)
    await writeFile(join(folder, `${name}.html`), webPage(parsed))
    await writeFile(`${index}.part`, `${JSON.stringify([...mails, mail], null, 2)}\n`)
    await rename(`${index}.part`, index)
    mails.push(mail)
    return mail
  }

  return {
    keep: (raw, envelope) => {
      const keeping = before.then(() => write(raw, envelope))
      before = keeping.catch(() => undefined)
      return keeping
    },
    list: () => [...mails].reverse(),
  }
}

/** Whatever a key holds, a name without separators of folders. */
const nameOf = (key: string | null): string => {
  const letters = (key ?? '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return letters === '' ? '' : `-${letters.slice(0, 60)}`
}

/** The HTML with its pictures inside (mailparser puts them there as data), or else the text; the mark at its start says that it is UTF-8. */
const webPage = ({ html, textAsHtml }: ParsedMail): string => `\ufeff${html || textAsHtml || ''}`
