import { Command } from 'commander'
import { recalculate } from '../../../shared/jobs/recalculate.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { type CommonOptions, configOf, dayOption, print, withCommonOptions } from '../output.ts'
import { problemList } from '../problem-list.ts'
import { progressTable } from '../progress-table.ts'

/** `tallysheet recalculate` */
export const recalculateCommand = (): Command =>
  withCommonOptions(new Command('recalculate'))
    .description('read the workbook, judge every row, compute the progress and write it back')
    .option('--as-of <day>', 'the day that chooses the reporting period (YYYY-MM-DD); today without it', dayOption)
    .action(async (options: CommonOptions & { asOf?: string }) => {
      const config = configOf(options)
      const document = await recalculate(
        {
          reason: 'command line',
          who: 'operator',
          ...(options.asOf ? { asOf: options.asOf } : {}),
          ...(config.today ? { today: config.today } : {}),
        },
        { ...realWorld(options.verbose ?? false), workbook: workbookOf(config) },
      )
      print(options, document, () => `${progressTable(document)}\n${problemList(document)}`)
    })
