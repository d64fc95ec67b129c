import { Html, html, safeLink } from './html.ts'
import { STYLE, STYLE_SHEET, TONE, TRACK } from './look.ts'
import type { Block, Linked, MailDocument, Section, Tone } from './mail-document.ts'

/**
 * The HTML part: tables for the layout and inline styles, for Outlook, Gmail, Apple Mail, QQ Mail and 163 (google.md, "Mail
 * clients"). Nothing in it is fetched from anywhere; the only addresses are those that the document's links name.
 */
export function renderHtml(mail: MailDocument): string {
  const { language, subject, preheader, sender, heading, sections, footer } = mail
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>${STYLES}</style>
</head>
<body class="page" bgcolor="#eef1f4" style="${STYLE.body}">
<div style="${STYLE.hidden}">${preheader}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f4" style="${STYLE.outer}">
<tr><td align="center">
${OUTLOOK_OPEN}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="${STYLE.card}">
<tr><td class="pad ink" align="left" style="${STYLE.head}"><p class="dim" style="${STYLE.sender}">${sender}</p><h1 class="h1" style="${STYLE.h1}">${heading}</h1></td></tr>
${sections.map(sectionHtml)}
<tr><td class="pad dim" align="left" style="${STYLE.footer}">${footer.map((line) => html`<p style="margin:0 0 4px 0;">${linked(line)}</p>`)}</td></tr>
</table>
${OUTLOOK_CLOSE}
</td></tr>
</table>
</body>
</html>
`.markup
}

/** Ours alone: nothing that anybody typed is in it. */
const STYLES = new Html(STYLE_SHEET)
/** Outlook for Windows knows no max-width: it gets a table of 600 around ours. */
const OUTLOOK_OPEN = html`<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
const OUTLOOK_CLOSE = html`<!--[if mso]></td></tr></table><![endif]-->`

const sectionHtml = ({ heading, blocks }: Section): Html =>
  html`<tr><td class="pad ink" align="left" style="${STYLE.section}">${heading === null ? null : html`<h2 class="h2" style="${STYLE.h2}">${heading}</h2>`}${blocks.map(blockHtml)}</td></tr>
`

function blockHtml(block: Block): Html {
  switch (block.is) {
    case 'line':
      return html`<p style="${STYLE.line}">${linked({ text: block.text, link: block.link ?? null })}</p>`
    case 'figure':
      return figureHtml(block)
    case 'table':
      return tableHtml(block)
    case 'list':
      return html`${block.items.map(({ title, text }) => html`<div style="padding:0 0 8px 0;"><p style="margin:0;overflow-wrap:anywhere;">${linked(title)}</p>${text === null ? null : html`<p class="dim" style="${STYLE.small}">${text}</p>`}</div>`)}${moreHtml(block.more)}`
    case 'button':
      return buttonHtml(block)
    case 'picture':
      return html`<h3 class="ink" style="${STYLE.h3}">${block.chart.title}</h3><img src="cid:${block.cid}" width="544" alt="${block.chart.alternative}" style="${STYLE.picture}"><p class="dim" style="${STYLE.small}">${block.chart.alternative}</p>`
  }
}

function figureHtml({ isHeadline, name, value, bar, status, lines }: Extract<Block, { is: 'figure' }>): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="${STYLE.block}">
<h3 class="ink" style="${STYLE.h3}">${linked(name)}</h3>
<p style="${isHeadline ? STYLE.headline : STYLE.figure}">${value}${status ? html` ${statusHtml(status)}` : null}</p>
${bar === null ? null : barHtml(bar, status?.tone ?? 'plain')}${lines.map((line) => html`<p class="dim" style="${STYLE.small}">${line}</p>`)}</td></tr></table>
`
}

const statusHtml = ({ symbol, text, tone }: { symbol: string; text: string; tone: Tone }): Html =>
  html`<span class="${tone}" style="background-color:${TONE[tone].ground};color:${TONE[tone].text};padding:2px 8px;font-size:13px;line-height:19px;white-space:nowrap;">${symbol} ${text}</span>`

/** Cells with a ground by attribute and a frame: still there where styles are dropped or colours turned over. */
function barHtml(share: number, tone: Tone): Html {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * 100)
  const cell = (width: number, colour: string, name: string) =>
    width === 0
      ? null
      : html`<td class="${name}" width="${width}%" height="10" bgcolor="${colour}" style="background-color:${colour};height:10px;font-size:1px;line-height:10px;">&nbsp;</td>`
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.bar}"><tr>${cell(filled, TONE[tone].bar, 'fill')}${cell(100 - filled, TRACK, 'track')}</tr></table>
`
}

function tableHtml({ caption, columns, rows, more }: Extract<Block, { is: 'table' }>): Html {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" aria-label="${caption}" style="${STYLE.table}">
<thead><tr>${columns.map((column) => html`<th scope="col" class="dim rule" align="left" style="${STYLE.th}">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      cells,
    ) => html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row" class="rule" align="left" style="${STYLE.thRow}">${linked(cell)}</th>` : html`<td class="rule" align="left" style="${cell.isFigure ? STYLE.figureCell : STYLE.td}">${linked(cell)}</td>`))}</tr>
`,
  )}</tbody></table>${moreHtml(more)}`
}

function buttonHtml({ text, link }: Extract<Block, { is: 'button' }>): Html {
  const address = safeLink(link)
  if (address === null) return html`<p style="${STYLE.line}">${text}</p>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#14507a" style="background-color:#14507a;"><a href="${address}" style="${STYLE.button}">${text}</a></td></tr></table>`
}

const moreHtml = (more: string | null): Html | null =>
  more === null ? null : html`<p class="dim" style="${STYLE.small}">${more}</p>`

function linked({ text, link }: Linked): Html {
  const address = safeLink(link)
  return address === null ? html`${text}` : html`<a class="link" href="${address}" style="${STYLE.link}">${text}</a>`
}
