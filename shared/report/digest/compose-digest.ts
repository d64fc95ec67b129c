import type { Chart } from '../../model/chart.ts'
import type { ComposedMessage } from '../../model/message.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { percentText } from '../amounts.ts'
import { clipped } from '../mail/html.ts'
import type { Linked, MailDocument } from '../mail/mail-document.ts'
import { renderHtml } from '../mail/render-html.ts'
import { renderText } from '../mail/render-text.ts'
import type { DigestContent } from './digest-content.ts'
import { CHART_CID, planSections } from './digest-sections.ts'
import { isThisYears, shortName } from './indicator-figure.ts'
import { ownSections } from './own-sections.ts'
import { shortenedContent } from './shortened-content.ts'
import { shownValue } from './told-figures.ts'

/** Gmail cuts a mail off at about 102 kB, and the mail on its way is wrapped in more than its HTML. */
const MOST_BYTES = 90_000
const SUBJECT_LENGTH = 120
const BASIS_LENGTH = 500

/**
 * The digest in words: subject, HTML and a text part that says the same. The chart shows the county, so only its digest has it.
 * Lists are shortened until the HTML is small enough.
 */
export function composeDigest(content: DigestContent, chart: Chart | null, texts: Texts): ComposedMessage {
  const shown = content.audience.of === 'county' ? chart : null
  for (let most = 60; ; most = Math.floor(most / 2)) {
    const mail = digestDocument(shortenedContent(content, most), shown, texts)
    const html = renderHtml(mail)
    if (most > 1 && Buffer.byteLength(html) > MOST_BYTES) continue
    const pictures = shown ? [{ cid: CHART_CID, fileName: `${shown.key}.png`, chart: shown }] : []
    return { subject: mail.subject, html, text: renderText(mail), pictures }
  }
}

function digestDocument(content: DigestContent, chart: Chart | null, texts: Texts): MailDocument {
  const { own, completeness } = content
  const words = texts.digest
  return {
    language: texts.language,
    subject: subjectOf(content, texts),
    preheader: own
      ? words.ownState[own.state](words.month(content.period))
      : completeness
        ? words.completeness(completeness.reported, completeness.expected, completeness.carried + completeness.missing)
        : words.noIndicators,
    sender: clipped(content.workbook.title, 80),
    heading: headingOf(content, texts),
    sections: own ? ownSections(content, own, texts) : planSections(content, chart, texts),
    footer: footerOf(content, texts),
  }
}

/** The headline and its status, cut to what a mailbox shows; never a line break or another control character. */
function subjectOf(content: DigestContent, texts: Texts): string {
  const words = texts.digest
  const { own, problems } = content
  const period = words.period(content.period)
  if (own) {
    const facts = { name: clipped(own.name, 40), period: words.month(content.period), state: words.ownStateShort[own.state] }
    return clipped(words.subjectOwn({ ...facts, problems: problems.shown.length + problems.more }), SUBJECT_LENGTH)
  }
  const [main] = content.indicators.shown
  const name = main ? clipped(shortName(main.name, texts), 40) : headingName(content, texts)
  const value = main && shownValue(main)
  if (!main || value === null || value === undefined) return clipped(words.subjectNoData({ name, period }), SUBJECT_LENGTH)
  const attained = main.kind === 'hold' ? words.held : (share: string) => words.attainment(share, isThisYears(main, content))
  const isHeld = main.kind === 'hold'
  return clipped(
    words.subject({
      name,
      period: isHeld ? words.trailingPeriod(content.period) : period,
      value: words.figure(value, main.unit),
      attainment: main.attainment === null ? null : attained(percentText(main.attainment)),
      status: texts.workbook.status[main.status],
    }),
    SUBJECT_LENGTH,
  )
}

function headingOf(content: DigestContent, texts: Texts): string {
  const words = texts.digest.heading
  const period = texts.digest.period(content.period)
  if (content.own) return words.own(clipped(content.own.name, 60))
  return content.audience.of === 'county' ? words.county(period) : words.cluster(headingName(content, texts), period)
}

/** The cluster's name, else the workbook's. */
function headingName({ audience, clusters, workbook }: DigestContent, texts: Texts): string {
  const [cluster] = clusters.shown
  return audience.of === 'cluster' && cluster ? shortName(cluster.name, texts) : clipped(workbook.title, 40)
}

/** As of when, by which run, how it was computed, and how to stop it. */
function footerOf(content: DigestContent, texts: Texts): Linked[] {
  const words = texts.digest.footer
  const period = content.own ? texts.digest.month(content.period) : texts.digest.period(content.period)
  const text = (line: string): Linked => ({ text: line, link: null })
  const basis = content.indicators.shown.map((each) =>
    text(clipped(words.basis(shortName(each.name, texts), texts.basis.sentence(each.basis)), BASIS_LENGTH)),
  )
  return [
    text(words.figures(texts.digest.day(content.asOf), period, clipped(content.runId, 40))),
    text(basis.length > 0 ? words.computed : words.computedShort),
    ...basis,
    text(words.schedule[content.schedule]),
    text(words.stopByReply),
  ]
}
