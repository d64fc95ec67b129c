import { useEffect, useState } from 'react'
import type { MailLine } from '../protocol.ts'
import { useWords } from './page-words.ts'
import { type MailContent, server } from './server-calls.ts'

const PARTS = ['asHtml', 'asText', 'asHeaders'] as const
const WIDTHS = { phone: 375, desktop: 720 } as const

/** The mails that were sent on this machine: HTML in a frame that runs nothing, text, headers. */
export function Mailbox({ version, runs }: { version: number; runs: number }) {
  const words = useWords().mailbox
  const [mails, setMails] = useState<MailLine[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when anything changed
  useEffect(() => {
    void server.mails().then(setMails, () => {})
  }, [version, runs])
  if (mails === null) return <main className="mailbox" aria-busy="true" />
  if (mails.length === 0)
    return (
      <main className="mailbox empty">
        <h1>{words.none}</h1>
        <p>{words.noneHint}</p>
      </main>
    )
  const shown = mails.find(({ id }) => id === chosen) ?? mails[0]!
  return (
    <main className="mailbox">
      <nav className="mails" aria-label={words.list}>
        {mails.map(({ id, subject, to, at }) => (
          <button type="button" key={id} aria-current={id === shown.id ? 'true' : undefined} onClick={() => setChosen(id)}>
            <strong>{subject}</strong>
            <span>{to}</span>
            <time dateTime={at}>{shortTime(at)}</time>
          </button>
        ))}
      </nav>
      <Mail key={shown.id} mail={shown} />
    </main>
  )
}

function Mail({ mail }: { mail: MailLine }) {
  const words = useWords().mailbox
  const [content, setContent] = useState<MailContent | null>(null)
  const [part, setPart] = useState<(typeof PARTS)[number]>('asHtml')
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop')
  useEffect(() => {
    void server.mail(mail.id).then(setContent, () => {})
  }, [mail.id])
  return (
    <article className="mail">
      <h1>{mail.subject}</h1>
      <dl>
        <dt>{words.from}</dt>
        <dd>{mail.from}</dd>
        <dt>{words.to}</dt>
        <dd>{mail.to}</dd>
        <dt>{words.at}</dt>
        <dd>{shortTime(mail.at)}</dd>
        <dt>{words.key}</dt>
        <dd>{mail.key}</dd>
      </dl>
      <div className="mail-choices">
        <fieldset>
          <legend className="unseen">{words.choose}</legend>
          {PARTS.map((name) => (
            <button type="button" key={name} aria-pressed={part === name} onClick={() => setPart(name)}>
              {words[name]}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend className="unseen">{words.width}</legend>
          {(['phone', 'desktop'] as const).map((name) => (
            <button type="button" key={name} aria-pressed={width === name} onClick={() => setWidth(name)}>
              {words[name]} {WIDTHS[name]}
            </button>
          ))}
        </fieldset>
      </div>
      {part === 'asHtml' && (
        <iframe
          title={words.frame}
          sandbox=""
          className="mail-frame"
          style={{ width: WIDTHS[width] }}
          src={`/mail/${encodeURIComponent(mail.id)}`}
        />
      )}
      {part === 'asText' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0} style={{ width: WIDTHS[width] }}>
          {content?.text}
        </pre>
      )}
      {part === 'asHeaders' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        <pre tabIndex={0}>{content?.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
      )}
    </article>
  )
}

/** Date and time as the page's language writes them. */
export function shortTime(at: string): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'medium' }).format(time)
}
