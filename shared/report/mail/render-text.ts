import { harmless, safeLink } from './html.ts'
import type { Block, Linked, MailDocument, Section } from './mail-document.ts'

/** The text part: everything that the HTML says, in the same order, readable in a terminal. */
export function renderText({ sender, heading, sections, footer }: MailDocument): string {
  const parts = [[harmless(sender), harmless(heading)], ...sections.map(sectionLines), ['--', ...footer.map(linked)]]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const sectionLines = ({ heading, blocks }: Section): string[] => [
  ...(heading === null ? [] : [`== ${harmless(heading)} ==`]),
  ...blocks.flatMap(blockLines),
]

function blockLines(block: Block): string[] {
  switch (block.is) {
    case 'line':
      return [linked({ text: block.text, link: block.link ?? null })]
    case 'figure': {
      const status = block.status ? ` [${block.status.symbol} ${block.status.text}]` : ''
      return [`* ${linked(block.name)}`, `  ${block.value}${status}`, ...block.lines.map((line) => `  ${harmless(line)}`)]
    }
    case 'table':
      return [
        ...block.rows.map(
          (cells) => `* ${cells.map((cell, index) => labelled(block.columns[index]!, linked(cell), index)).join('; ')}`,
        ),
        ...more(block.more),
      ]
    case 'list':
      return [
        ...block.items.flatMap(({ title, text }) => [`* ${linked(title)}`, ...(text === null ? [] : [`  ${harmless(text)}`])]),
        ...more(block.more),
      ]
    case 'button':
      return [linked(block)]
    case 'picture':
      return [harmless(block.chart.title), harmless(block.chart.alternative)]
  }
}

const labelled = (column: string, text: string, index: number): string => (index === 0 ? text : `${harmless(column)} ${text}`)

const more = (text: string | null): string[] => (text === null ? [] : [harmless(text)])

function linked({ text, link }: Linked): string {
  const address = safeLink(link)
  return address === null ? harmless(text) : `${harmless(text)} <${address}>`
}
