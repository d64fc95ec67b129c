import { casting, OPTIONAL, ordinaryMonths } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [2, 6], without: [...OPTIONAL, 'E', 'H'] } as const

/** June is typed in yuan where 10,000 yuan are meant. */
export const unitSlip: Told = (say) => {
  const name = casting(say)
  return {
    title: say('单位填错', 'Yuan for 10,000 yuan'),
    before: ordinaryMonths(name),
    steps: [
      { what: 'four months are in order', run: 'after', shows: [] },
      {
        what: 'June is added in yuan',
        deeds: [{ at: 'A6', text: [['2025-06', name, '', '263184000']] }],
        shows: [[6, '263,184,000.00', 'notYetJudged']],
      },
      {
        what: 'and is held, with the factor and the figure to expect',
        run: 'after',
        shows: [
          [6, '263,184,000.00', 'held', say('10000 倍', 'about 10,000 times'), say('单位应为万元', 'The unit is 10,000 yuan')],
        ],
        frame: { file: 'unit-1-held', ...view, inEnglishToo: true },
      },
      {
        what: 'the figure is typed again',
        deeds: [{ at: 'D6', text: [['26318.4']] }],
        shows: [[6, '26,318.40', 'edited']],
      },
      { what: 'and counts', run: 'after', shows: [], frame: { file: 'unit-2-counted', ...view } },
    ],
  }
}
