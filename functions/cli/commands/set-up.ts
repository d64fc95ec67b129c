import { Command, Option } from 'commander'
import { Failure } from '../../../shared/errors.ts'
import { readEmail } from '../../../shared/intake/read-email.ts'
import { type SampleName, sampleOf } from '../../../shared/jobs/sample/sample-of.ts'
import { setUp } from '../../../shared/jobs/set-up.ts'
import type { Language } from '../../../shared/model/language.ts'
import { realWorld, workbookMakerOf, workbookOf } from '../../world.ts'
import { type CommonOptions, configOf, print, withCommonOptions } from '../output.ts'

type SetUpOptions = CommonOptions & {
  title?: string
  language?: Language
  sample: SampleName
  editors?: string[]
}

/** `tallysheet set-up` */
export const setUpCommand = (): Command =>
  withCommonOptions(new Command('set-up'))
    .description('create the workbook, or bring an existing one up to date')
    .option('--title <title>', 'title of a new workbook')
    .addOption(new Option('--language <language>', 'language of a new workbook').choices(['zh-CN', 'en']))
    .addOption(new Option('--sample <sample>', 'content of a new workbook').choices(['pingyin', 'empty']).default('empty'))
    .option('--editors <addresses>', 'who of the bureau may edit what is protected, separated by commas', addresses)
    .action(async (options: SetUpOptions) => {
      const config = configOf(options)
      const language = options.language ?? config.language ?? 'zh-CN'
      const spreadsheetId =
        config.spreadsheetId ??
        (await workbookMakerOf(config).create(
          options.title ?? 'Tallysheet',
          language === 'zh-CN' ? 'zh_CN' : 'en_US',
          'Asia/Shanghai',
        ))
      const created = config.spreadsheetId === undefined
      if (created) process.stderr.write(`spreadsheet ${spreadsheetId}\n`)
      const document = await setUp(
        {
          language,
          created,
          sample: sampleOf(options.sample, language),
          ...(options.editors ? { editors: options.editors } : {}),
        },
        { ...realWorld(options.verbose ?? false), workbook: workbookOf({ ...config, spreadsheetId }) },
      )
      print(options, document, () => [document.url, ...document.repaired.map((text) => `- ${text}`)].join('\n'))
    })

function addresses(text: string): string[] {
  const list = text.split(',').map((address) => address.trim())
  const bad = list.filter((address) => !readEmail(address))
  if (bad.length > 0) throw new Failure('wrong-usage', { what: `--editors: ${bad.join(', ')}` })
  return list
}
