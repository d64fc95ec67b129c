import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import { Failure } from '../../../shared/errors.ts'
import { readTableFile, type TableFile } from '../../../shared/jobs/import-file/read-table-file.ts'
import { type ImportDocument, importReports } from '../../../shared/jobs/import-reports.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { type CommonOptions, configOf, print, terminalTexts, withCommonOptions } from '../output.ts'

/** Problems printed for people; --json has all. */
const MOST_SHOWN = 20

/** `tallysheet import` */
export const importCommand = (): Command =>
  withCommonOptions(new Command('import'))
    .description('append earlier reports from a file; repeating it adds nothing twice')
    .argument('<file>', 'a .csv or .xlsx file')
    .requiredOption(
      '--map <map>',
      'which column is what: period=…,enterprise=…,outputMonth=… (or outputYtd, creditCode, cluster, valueAddedYtd)',
    )
    .option('--add-enterprises', 'add enterprises and clusters that the register lacks')
    .action(async (file: string, options: CommonOptions & { map: string; addEnterprises?: boolean }) => {
      const config = configOf(options)
      const table = await readFile(file)
      const document = await importReports(
        {
          fileName: basename(file),
          table,
          map: options.map,
          addEnterprises: options.addEnterprises ?? false,
          ...(config.today ? { today: config.today } : {}),
        },
        { ...realWorld(options.verbose ?? false), workbook: workbookOf(config) },
      )
      print(options, document, () => importText(document))
    })

async function readFile(file: string): Promise<TableFile> {
  try {
    return await readTableFile(basename(file), readFileSync(file))
  } catch (thrown) {
    throw new Failure('unreadable-file', { file: basename(file), what: reasonOf(thrown as Error) }, { cause: thrown })
  }
}

/** Without what the sentence says anyway: the system's code, the path and the full stop. */
const reasonOf = ({ message }: Error): string => message.replace(/^E[A-Z]+: |, \w+( '.*')?$|\.$/g, '')

function importText(document: ImportDocument): string {
  const { imports } = terminalTexts()
  const shown = document.problems.slice(0, MOST_SHOWN)
  return [
    imports.done({ ...document, problems: document.problems.length }),
    ...shown.map(({ row, advice }) => `- ${row === null ? '' : `${imports.rowOfFile(row)}: `}${advice}`),
    ...(document.problems.length > shown.length
      ? [terminalTexts().summary.moreProblems(document.problems.length - shown.length)]
      : []),
  ].join('\n')
}
