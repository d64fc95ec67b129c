import { Command } from 'commander'
import type { Finding } from '../../../shared/jobs/check/finding.ts'
import { check } from '../../../shared/jobs/check.ts'
import { type Texts, textsFor } from '../../../shared/model/texts/texts.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { type CommonOptions, configOf, print, terminalTexts, withCommonOptions } from '../output.ts'

/** `tallysheet check` */
export const checkCommand = (): Command =>
  withCommonOptions(new Command('check'))
    .description('is everything in place; each failing line says how to mend it')
    .action(async (options: CommonOptions) => {
      const config = configOf(options)
      const { ok, findings, language } = await check(
        { language: terminalTexts().language, ...(config.today ? { today: config.today } : {}) },
        { ...realWorld(options.verbose ?? false), workbook: workbookOf(config) },
      )
      print(options, { ok, findings }, () => findings.map((finding) => findingLine(finding, textsFor(language))).join('\n'))
      if (!ok) process.exitCode = 1
    })

/** `ok  Tabs: in order`, or `!!  Columns: “Submissions” D1. What is wrong. How to mend it.` */
function findingLine({ check, ok, where, message, hint }: Finding, texts: Texts): string {
  // Many a message names the place itself.
  const place = where === '' || message.includes(where) ? '' : `${where}: `
  const said = place + [message, hint].filter((text) => text !== '').join(' ')
  return `${ok ? 'ok' : '!!'}  ${texts.check.name[check]}: ${said}`
}
