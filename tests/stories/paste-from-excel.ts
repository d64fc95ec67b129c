import { casting, OPTIONAL } from './cast.ts'
import type { Told } from './story.ts'

const view = { rows: [2, 6], without: [...OPTIONAL, 'E', 'H'] } as const

/** A clerk copies half a year out of a spreadsheet of their own, in which the figures are texts of every kind. */
export const pasteFromExcel: Told = (say) => {
  const name = casting(say)
  const full = say('１２，９０６．４', '12\u00a0906.40')
  const april = say('2025年4月', 'April 2025')
  const unit = say('2.1846亿', '218.46 million yuan')
  const about = say('约26300', 'about 26,300')
  return {
    title: say('从 Excel 粘贴', 'Pasted from Excel'),
    before: [],
    steps: [
      {
        what: 'five months are pasted as text',
        deeds: [
          {
            at: 'A2',
            text: [
              ['2025-02', name, '', '8,412.50'],
              ['2025-03', name, '', full],
              [april, name, '', '17360.25'],
              ['2025-05', name, '', unit],
              ['2025-06', name, '', about],
            ],
          },
        ],
        shows: [
          [2, '8,412.50', 'notYetJudged'],
          [3, full, 'notYetJudged'],
          [4, april, 'notYetJudged'],
          [5, unit, 'notYetJudged'],
          [6, about, 'notYetJudged'],
        ],
      },
      {
        what: 'each reading is told, and what is no figure is not guessed',
        run: 'after',
        shows: [
          [3, full, 'noted', full, '12906.4'],
          [4, april, 'noted', april, '2025-04'],
          [5, unit, 'noted', unit, '21846'],
          [6, about, 'rejected', about, say('请填写准确数值', 'type the exact figure')],
        ],
        frame: { file: 'paste-1-judged', ...view },
      },
      {
        what: 'the exact figure is typed',
        deeds: [{ at: 'D6', text: [['26318.4']] }],
        shows: [
          [3, full, 'noted', '12906.4'],
          [4, april, 'noted', '2025-04'],
          [5, unit, 'noted', '21846'],
          [6, '26,318.40', 'edited'],
        ],
        frame: { file: 'paste-2-corrected', ...view },
      },
      {
        what: 'and counts',
        run: 'after',
        shows: [
          [3, full, 'noted', '12906.4'],
          [4, april, 'noted', '2025-04'],
          [5, unit, 'noted', '21846'],
        ],
        frame: { file: 'paste-3-counted', ...view },
      },
    ],
  }
}
