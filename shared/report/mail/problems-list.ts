import type { Texts } from '../../model/texts/texts.ts'
import type { Capped } from './capped.ts'
import { clipped } from './html.ts'
import type { Block } from './mail-document.ts'
import { adviceText, type ToldProblem } from './visible-problems.ts'

const ADVICE_LENGTH = 320

/** Problems with the exact cell and what to type there. */
export function problemsList({ shown, more }: Capped<ToldProblem>, texts: Texts): Block {
  const words = texts.digest
  if (shown.length === 0) return { is: 'line', text: words.noProblems }
  return {
    is: 'list',
    items: shown.map((each) => ({
      title: { text: titleOf(each, texts), link: each.link },
      text: clipped(adviceText(each, texts), ADVICE_LENGTH),
    })),
    more: more > 0 ? words.andMore(more) : null,
  }
}

const titleOf = ({ enterprise, period, severity, rule, tab, place }: ToldProblem, texts: Texts): string =>
  texts.digest.problem({
    enterprise,
    period,
    severity: texts.rules.severity[severity],
    rule: texts.rules.name[rule],
    place: `${texts.workbook.tab[tab]} ${place}`,
  })
