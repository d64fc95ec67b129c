import type { Chart } from '../../model/chart.ts'
import type { Language } from '../../model/language.ts'

/** A text that may lead somewhere. */
export interface Linked {
  text: string
  link: string | null
}

/** A cell of a table; a figure is not broken apart from within its number or its unit. */
interface Cell extends Linked {
  isFigure?: boolean
}

/** How a status looks; the words and the symbol say it, the colour only repeats it. */
export type Tone = 'good' | 'warning' | 'bad' | 'plain'

/** Parts of a mail in words, from which the HTML and the text part are both made: so they say the same in the same order. */
export type Block =
  | { is: 'line'; text: string; link?: string | null }
  | {
      is: 'figure'
      /** Larger than the others. */
      isHeadline: boolean
      name: Linked
      value: string
      /** Attainment for the bar; null: no bar. */
      bar: number | null
      status: { symbol: string; text: string; tone: Tone } | null
      lines: readonly string[]
    }
  | { is: 'table'; caption: string; columns: readonly string[]; rows: readonly (readonly Cell[])[]; more: string | null }
  | { is: 'list'; items: readonly { title: Linked; text: string | null }[]; more: string | null }
  | { is: 'button'; text: string; link: string }
  | { is: 'picture'; cid: string; chart: Chart }

export interface Section {
  heading: string | null
  blocks: readonly Block[]
}

/** A mail in words, before it is laid out. */
export interface MailDocument {
  language: Language
  subject: string
  /** What a mailbox shows beside the subject. */
  preheader: string
  /** Above the heading: whose workbook it is. */
  sender: string
  heading: string
  sections: readonly Section[]
  footer: readonly Linked[]
}
