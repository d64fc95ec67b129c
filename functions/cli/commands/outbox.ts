import { Command } from 'commander'
import { changeOutbox, type OutboxChange } from '../../../shared/jobs/change-outbox.ts'
import { listOutbox } from '../../../shared/jobs/outbox/list-outbox.ts'
import { storeOf } from '../../mail-world.ts'
import { realWorld, workbookOf } from '../../world.ts'
import { type CommonOptions, configOf, print, terminalTexts, withCommonOptions } from '../output.ts'

/** `tallysheet outbox` */
export const outboxCommand = (): Command =>
  new Command('outbox')
    .description('what was sent, what waits, and what somebody must decide')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(changeCommand('resend', 'KEY', 'send this message again', (key) => ({ do: 'resend', key })))
    .addCommand(changeCommand('waive', 'KEY', 'never send this message', (key) => ({ do: 'waive', key })))
    .addCommand(
      changeCommand('erase', 'EMAIL', 'forget everything that went to this address', (address) => ({ do: 'erase', address })),
    )

const listCommand = (): Command =>
  withCommonOptions(new Command('list'))
    .description('the messages of the periods that are open')
    .action(async (options: CommonOptions) => {
      const config = configOf(options)
      // Without a workbook there is no outbox to list: the failure names what is missing.
      workbookOf(config)
      const { held, unread } = await listOutbox(storeOf(config), config.spreadsheetId!)
      const messages = held.map(({ entry: { key, kind, period, recipient, state, reason, plannedAt } }) => ({
        key,
        kind,
        period,
        to: recipient.address,
        audience: recipient.audience,
        state,
        reason,
        plannedAt,
      }))
      print(options, { messages, unread }, () => {
        const { mail } = terminalTexts()
        const lines = messages.map(({ key, state, reason, to, period }) =>
          [mail.state[state], period, to, mail.reason[reason] ?? reason, key].filter((part) => part !== '').join('  '),
        )
        return lines.length > 0 ? lines.join('\n') : mail.empty
      })
    })

const changeCommand = (
  name: OutboxChange['do'],
  argument: string,
  description: string,
  changeOf: (given: string) => OutboxChange,
): Command =>
  withCommonOptions(new Command(name))
    .description(description)
    .argument(`<${argument}>`)
    .action(async (given: string, options: CommonOptions) => {
      const config = configOf(options)
      const document = await changeOutbox(
        { change: changeOf(given), who: 'operator' },
        { ...realWorld(options.verbose ?? false), workbook: workbookOf(config), store: storeOf(config) },
      )
      print(options, document, () => terminalTexts().mail.changed(document.changed.length, document.left))
    })
