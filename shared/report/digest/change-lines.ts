import { parseMonth } from '../../model/month.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { clipped } from '../mail/html.ts'
import type { Section } from '../mail/mail-document.ts'
import { statusLook } from '../mail/status-look.ts'
import type { Change } from './changes.ts'
import type { DigestContent } from './digest-content.ts'
import { shortName } from './indicator-figure.ts'

const NAME_LENGTH = 60

/** What changed since the last digest to this person, or one line that says that nothing did. */
export function changesSection({ since, changes }: DigestContent, texts: Texts): Section {
  const words = texts.digest
  const heading = words.sections.changes
  if (!since) return { heading, blocks: [{ is: 'line', text: words.firstDigest }] }
  const asOf = words.day(since.asOf)
  if (changes.shown.length === 0) return { heading, blocks: [{ is: 'line', text: words.quiet(asOf) }] }
  return {
    heading,
    blocks: [
      { is: 'line', text: words.since(asOf) },
      {
        is: 'list',
        items: changes.shown.map((change) => ({ title: { text: changeLine(change, texts), link: null }, text: null })),
        more: changes.more > 0 ? words.andMore(changes.more) : null,
      },
    ],
  }
}

function changeLine(change: Change, texts: Texts): string {
  const words = texts.digest
  const months = (period: string) => words.period(parseMonth(period) ?? 0)
  const amount = (yuan: number | null) => (yuan === null ? words.change.none : words.amount(yuan))
  switch (change.is) {
    case 'period':
      return words.change.period(months(change.from), months(change.to))
    case 'indicator': {
      const standing = ({ value, status }: (typeof change)['to']) =>
        change.from.status === change.to.status
          ? words.figure(value, change.unit)
          : `${words.figure(value, change.unit)} ${statusText(status, texts)}`
      const [from, to] = [standing(change.from), standing(change.to)]
      const name = shortName(change.name, texts)
      return from === to ? words.change.slightly(name, to) : words.change.indicator(name, from, to)
    }
    case 'new-indicator': {
      const { value, status } = change.to
      return words.change.added(shortName(change.name, texts), `${words.figure(value, change.unit)} ${statusText(status, texts)}`)
    }
    case 'own':
      return words.change.own(amount(change.from), amount(change.to))
    case 'reported':
      return words.change.reported(clipped(change.name, NAME_LENGTH))
    case 'late':
      return words.change.late(clipped(change.name, NAME_LENGTH))
  }
}

function statusText(status: Parameters<typeof statusLook>[0], texts: Texts): string {
  const { symbol, text } = statusLook(status, texts)
  return `${symbol} ${text}`
}
