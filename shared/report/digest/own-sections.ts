import type { Texts } from '../../model/texts/texts.ts'
import { clipped } from '../mail/html.ts'
import type { Block, Section } from '../mail/mail-document.ts'
import { problemsList } from '../mail/problems-list.ts'
import { changesSection } from './change-lines.ts'
import type { DigestContent, WithLink } from './digest-content.ts'
import type { OwnReport } from './own-report.ts'

/** The sections for an enterprise: its own rows and nothing else (security.md S15, S16). */
export function ownSections(content: DigestContent, own: WithLink<OwnReport>, texts: Texts): Section[] {
  const words = texts.digest
  return [
    {
      heading: null,
      blocks: [{ is: 'line', text: words.ownState[own.state](words.month(content.period)) }, outputBlock(own, texts)],
    },
    changesSection(content, texts),
    { heading: words.sections.problems, blocks: [problemsList(content.problems, texts)] },
    { heading: null, blocks: [{ is: 'button', text: words.open, link: content.workbook.url }] },
  ]
}

function outputBlock({ counted, outputYtd, yearOnYear, link }: WithLink<OwnReport>, texts: Texts): Block {
  const words = texts.digest
  if (counted === null || outputYtd === null) return { is: 'line', text: words.ownNone }
  const growth = words.growth(yearOnYear)
  return {
    is: 'figure',
    isHeadline: true,
    name: { text: clipped(words.ownOutput(words.period(counted)), 80), link },
    value: words.amount(outputYtd),
    bar: null,
    status: null,
    lines: growth === '' ? [] : [growth],
  }
}
