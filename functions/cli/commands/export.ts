import { Command } from 'commander'
import { Failure } from '../../../shared/errors.ts'
import { exportFile } from '../export-file.ts'
import { type CommonOptions, configOf, print, terminalTexts, withCommonOptions } from '../output.ts'

/** `tallysheet export` */
export const exportCommand = (): Command =>
  withCommonOptions(new Command('export'))
    .description('write the workbook as a file, with its looks and pictures of its charts')
    .argument('<file>', 'the .xlsx file to write')
    .action(async (file: string, options: CommonOptions) => {
      if (!/\.xlsx$/i.test(file)) throw new Failure('wrong-usage', { what: `“${file}” doesn't end in .xlsx` })
      const document = { file, ...(await exportFile(file, configOf(options), options.verbose ?? false)) }
      print(options, document, () => terminalTexts().imports.exported(document))
    })
