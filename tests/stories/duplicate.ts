import { casting, OPTIONAL, ordinaryMonths, report } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [3, 7], without: [...OPTIONAL, 'E', 'H'] } as const

/** Two colleagues report the same month: first alike, then with different figures. */
export const duplicate: Told = (say) => {
  const name = casting(say)
  // What says the same has one verdict, so each message names both rows.
  const both = say('第 6、7 行', 'Rows 6, 7')
  return {
    title: say('重复填报', 'Reported twice'),
    before: [...ordinaryMonths(name), report('2025-06', name, 26318.4)],
    steps: [
      { what: 'June is in', run: 'after', shows: [] },
      {
        what: 'a colleague adds it again; what was judged is the same content',
        deeds: [{ at: 'A7', text: [['2025-06', name, '', '26318.4']] }],
        shows: [],
      },
      {
        what: 'both rows are noted, and the month counts once',
        run: 'after',
        shows: [
          [6, '26,318.40', 'noted', both, say('仅计入一次', 'count once')],
          [7, '26,318.40', 'noted', both, say('仅计入一次', 'count once')],
        ],
        frame: { file: 'duplicate-1-alike', ...view },
      },
      {
        what: 'the colleague changes the copy',
        deeds: [{ at: 'D7', text: [['26813.4']] }],
        shows: [
          [6, '26,318.40', 'noted', both],
          [7, '26,813.40', 'edited'],
        ],
      },
      {
        what: 'neither counts, and each message names both',
        run: 'after',
        shows: [
          [6, '26,318.40', 'rejected', both, say('请删除有误的行', 'delete the wrong one')],
          [7, '26,813.40', 'rejected', both, say('请删除有误的行', 'delete the wrong one')],
        ],
        frame: { file: 'duplicate-2-differ', ...view },
      },
      {
        what: 'the wrong row is deleted',
        deeds: [{ kind: 'deleteRow', sheet: say('月度填报', 'Submissions'), row: 7 }],
        shows: [[6, '26,318.40', 'rejected', both]],
      },
      { what: 'and the other counts', run: 'after', shows: [], frame: { file: 'duplicate-3-resolved', ...view } },
    ],
  }
}
