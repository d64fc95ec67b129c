import { casting, OPTIONAL, ordinaryMonths, report } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [5, 7], without: [...OPTIONAL, 'H'] } as const

/** Two colleagues report the same month: first alike, then with different figures. */
export const duplicate: Told = (say) => {
  const name = casting(say)
  const other = (row: number) => say(`第 ${row} 行`, `Row ${row}`)
  return {
    title: say('重复填报', 'Reported twice'),
    before: [...ordinaryMonths(name), report('2025-06', name, 26318.4, 4472.4)],
    steps: [
      { what: 'June is in', run: 'after', shows: [] },
      {
        what: 'a colleague adds it again; what was judged is the same content',
        deeds: [{ at: 'A7', text: [['2025-06', name, '', '26318.4', '4472.4']] }],
        shows: [],
      },
      {
        what: 'both rows are noted, and the month counts once',
        run: 'after',
        shows: [
          [6, '26,318.40', 'noted', other(7), say('仅计入一次', 'counted once')],
          [7, '26,318.40', 'noted', other(6), say('仅计入一次', 'counted once')],
        ],
        frame: { file: 'duplicate-1-alike', ...view },
      },
      {
        what: 'the colleague changes the copy',
        deeds: [{ at: 'D7', text: [['26813.4']] }],
        shows: [
          [6, '26,318.40', 'noted', other(7)],
          [7, '26,813.40', 'edited'],
        ],
      },
      {
        what: 'neither counts, and each names the other',
        run: 'after',
        shows: [
          [6, '26,318.40', 'rejected', other(7), say('请删除有误的一行', 'delete the wrong row')],
          [7, '26,813.40', 'rejected', other(6), say('请删除有误的一行', 'delete the wrong row')],
        ],
        frame: { file: 'duplicate-2-differ', ...view },
      },
      {
        what: 'the wrong row is deleted',
        deeds: [{ kind: 'deleteRow', sheet: say('月度填报', 'Submissions'), row: 7 }],
        shows: [[6, '26,318.40', 'rejected', other(7)]],
      },
      { what: 'and the other counts', run: 'after', shows: [], frame: { file: 'duplicate-3-resolved', ...view } },
    ],
  }
}
