import { building, carbon, casting, ejiao, OPTIONAL, report } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [2, 9], without: [...OPTIONAL, 'E', 'H'] } as const

/** While a run is under way, between its reading and its writing, a colleague sorts the tab by output. */
export const sortedDuringARun: Told = (say) => {
  const [a, b, c, d] = [casting(say), carbon(say), building(say), ejiao(say)]
  const misspelt = say('峤璞健材有限公司', 'Qiaopo Building Materials Ltd.')
  const about = say('约47000', 'about 47,000')
  const small = say('３１１２．６', '3\u00a0112.60')
  return {
    title: say('核算中途有人排序', 'Sorted during a run'),
    before: [
      report('2025-02', a, 21846),
      report('2025-02', b, 39120.4),
      report('2025-02', c, 11530.8),
      report('2025-02', d, 2590.3),
    ],
    steps: [
      {
        what: 'March is added for everybody',
        deeds: [
          {
            at: 'A6',
            text: [
              ['2025-03', a, '', '26318.4'],
              ['2025-03', b, '', about],
              ['2025-03', misspelt, '', '13902.2'],
              ['2025-03', d, '', small],
            ],
          },
        ],
        shows: [2, 3, 4, 5, 6, 7, 8, 9].map((row) => [row, '', 'notYetJudged'] as const),
        frame: { file: 'sorted-1-as-read', ...view },
      },
      {
        what: 'the tab is sorted in the middle of a run: every verdict stands with its own row',
        deeds: [{ kind: 'sort', sheet: say('月度填报', 'Submissions'), column: 'D', descending: true }],
        run: 'around',
        shows: [
          [2, b, 'rejected', about],
          [3, d, 'noted', small, '3112.6'],
          [7, misspelt, 'rejected', misspelt, c],
        ],
        frame: { file: 'sorted-2-as-shown', ...view },
      },
    ],
  }
}
