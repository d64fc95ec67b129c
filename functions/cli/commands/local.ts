import { Command, InvalidArgumentError, Option } from 'commander'
import type { SampleName } from '../../../shared/jobs/sample/sample-of.ts'
import { runLocal } from '../local/run-local.ts'
import type { CommonOptions } from '../output.ts'

export interface LocalOptions extends CommonOptions {
  port: number
  data: string
  sample: SampleName
  language: 'zh-CN' | 'en'
  once?: boolean
}

const portOption = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('not a port number')
  return port
}

/** `tallysheet local` */
export const localCommand = (): Command =>
  new Command('local')
    .description('everything on this machine: the page in the browser, the functions, emulated Google APIs')
    .option('--port <n>', 'port of the page; the next free one if it is taken', portOption, 8080)
    .option('--data <dir>', 'folder that keeps everything', '.local')
    .addOption(new Option('--sample <sample>', 'content of a new workbook').choices(['pingyin', 'empty']).default('pingyin'))
    .addOption(new Option('--language <language>', 'language of a new workbook').choices(['zh-CN', 'en']).default('zh-CN'))
    .option('--once', 'set up, recalculate, print the progress table and where the files are, and end')
    .option('--json', 'print one JSON line when ready')
    .action((options: LocalOptions) => runLocal(options))
