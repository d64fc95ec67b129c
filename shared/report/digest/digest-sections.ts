import type { Chart } from '../../model/chart.ts'
import type { ScopeFigures } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { clipped } from '../mail/html.ts'
import type { Block, Section } from '../mail/mail-document.ts'
import { problemsList } from '../mail/problems-list.ts'
import { changesSection } from './change-lines.ts'
import type { DigestContent } from './digest-content.ts'
import { indicatorFigure, shortName } from './indicator-figure.ts'

const NAME_LENGTH = 60

/** What the picture is called within the mail. */
export const CHART_CID = 'chart@tallysheet'

/** The sections for the county or a cluster. */
export function planSections(content: DigestContent, chart: Chart | null, texts: Texts): Section[] {
  const { completeness, indicators, clusters, fields, audience } = content
  const words = texts.digest
  const [headline, ...others] = indicators.shown.map((each, index) => indicatorFigure(each, index === 0, content, texts))
  return [
    {
      heading: null,
      blocks: [
        ...(completeness
          ? [line(words.completeness(completeness.reported, completeness.expected, completeness.carried + completeness.missing))]
          : []),
        headline ?? line(words.noIndicators),
      ],
    },
    changesSection(content, texts),
    ...(others.length > 0 ? [{ heading: words.sections.targets, blocks: [...others, ...moreLine(indicators.more, texts)] }] : []),
    ...(chart ? [{ heading: words.sections.chart, blocks: [{ is: 'picture', cid: CHART_CID, chart } as const] }] : []),
    ...scopeSection(words.sections.clusters, clusters.shown, clusters.more, texts),
    ...scopeSection(words.sections.fields, fields, 0, texts),
    { heading: words.sections.late, blocks: [lateBlock(content, texts)] },
    { heading: words.sections.problems, blocks: [problemsList(content.problems, texts)] },
    ...(audience.of === 'county' ? [{ heading: words.sections.milestones, blocks: [milestonesBlock(content, texts)] }] : []),
    { heading: null, blocks: [{ is: 'button', text: words.open, link: content.workbook.url }] },
  ]
}

function lateBlock({ late }: DigestContent, texts: Texts): Block {
  const words = texts.digest
  if (late.shown.length === 0) return line(words.nobodyLate)
  return {
    is: 'list',
    items: late.shown.map(({ name, link }) => ({ title: { text: clipped(name, NAME_LENGTH), link }, text: null })),
    more: late.more > 0 ? words.andMore(late.more) : null,
  }
}

function scopeSection(heading: string, scopes: readonly ScopeFigures[], more: number, texts: Texts): Section[] {
  const words = texts.digest
  const { scope, output, growth, reported } = words.tableColumns
  if (scopes.length === 0) return []
  const rows = scopes.map(({ scope: key, name, outputYtd, yearOnYear, completeness }) =>
    [
      key === 'none' ? words.noCluster : shortName(name, texts),
      outputYtd === null ? words.change.none : words.amount(outputYtd),
      words.growthShort(yearOnYear),
      words.reportedOf(completeness.reported, completeness.expected),
    ].map((text, index) => ({ text, link: null, isFigure: index > 0 })),
  )
  const columns = [scope, output, growth, reported]
  return [{ heading, blocks: [{ is: 'table', caption: heading, columns, rows, more: more > 0 ? words.andMore(more) : null }] }]
}

function milestonesBlock({ milestones }: DigestContent, texts: Texts): Block {
  const words = texts.digest
  if (milestones.shown.length === 0) return line(words.noMilestones)
  const { name, owner, dueOn, state } = words.milestoneColumns
  return {
    is: 'table',
    caption: words.sections.milestones,
    columns: [name, owner, dueOn, state],
    rows: milestones.shown.map((each) => [
      { text: clipped(each.name, NAME_LENGTH), link: each.link },
      { text: clipped(each.owner, 30) || '–', link: null },
      { text: each.dueOn === null ? '–' : words.day(each.dueOn), link: null },
      {
        text: `${each.late ? `▲ ${words.lateMark} · ` : ''}${texts.summary.milestoneState[each.state]}`,
        link: null,
      },
    ]),
    more: milestones.more > 0 ? words.andMore(milestones.more) : null,
  }
}

const line = (text: string): Block => ({ is: 'line', text })

const moreLine = (count: number, texts: Texts): Block[] => (count > 0 ? [line(texts.digest.andMore(count))] : [])
