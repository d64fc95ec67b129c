import { casting, OPTIONAL, ordinaryMonths } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [2, 6], without: [...OPTIONAL, 'E'] } as const

/** An unusual month is explained; later its figure is changed, and the old words no longer speak for it. */
export const explainedThenChanged: Told = (say) => {
  const name = casting(say)
  const unusual = say('变动较大', 'differs much')
  return {
    title: say('说明之后又改数', 'Explained, then changed'),
    before: ordinaryMonths(name),
    steps: [
      { what: 'four months are in order', run: 'after', shows: [] },
      {
        what: 'June has twice the output',
        deeds: [{ at: 'A6', text: [['2025-06', name, '', '31246']] }],
        run: 'after',
        shows: [[6, '31,246.00', 'held', '9400', '4485.75', unusual, say('情况说明', 'explanation column')]],
        frame: { file: 'explained-1-held', ...view },
      },
      {
        what: 'the clerk explains it; the figures are those that were judged',
        deeds: [{ at: 'H6', text: [[say('6 月集中交付两批出口订单', 'Two export orders delivered in June')]] }],
        shows: [[6, '31,246.00', 'held', unusual]],
      },
      {
        what: 'the explanation lifts the hold',
        run: 'after',
        shows: [[6, '31,246.00', 'noted', '9400', say('已采纳情况说明', 'explanation was taken')]],
        frame: { file: 'explained-2-taken', ...view },
      },
      {
        what: 'the figure is changed under the old words',
        deeds: [{ at: 'D6', text: [['34246']] }],
        shows: [[6, '34,246.00', 'edited']],
      },
      {
        what: 'the hold is back',
        run: 'after',
        shows: [[6, '34,246.00', 'held', '12400', unusual]],
        frame: { file: 'explained-3-held-again', ...view },
      },
      {
        what: 'other words speak for the other figure',
        deeds: [
          { at: 'H6', text: [[say('6 月交付三批出口订单，第三批补录', 'Three export orders in June, the third added late')]] },
        ],
        run: 'after',
        shows: [[6, '34,246.00', 'noted', '12400', say('已采纳情况说明', 'explanation was taken')]],
        frame: { file: 'explained-4-taken-again', ...view },
      },
    ],
  }
}
