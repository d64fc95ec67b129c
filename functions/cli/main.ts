#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { asFailure } from '../../shared/errors.ts'
import { checkCommand } from './commands/check.ts'
import { digestCommand } from './commands/digest.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { localCommand } from './commands/local.ts'
import { outboxCommand } from './commands/outbox.ts'
import { recalculateCommand } from './commands/recalculate.ts'
import { remindCommand } from './commands/remind.ts'
import { setUpCommand } from './commands/set-up.ts'
import { failureText, terminalTexts } from './output.ts'

const program = new Command('tallysheet')
  .description('Turns a shared Google spreadsheet into an honest, running account of a plan.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })

const COMMANDS = [
  localCommand(),
  setUpCommand(),
  recalculateCommand(),
  digestCommand(),
  remindCommand(),
  outboxCommand(),
  importCommand(),
  exportCommand(),
  checkCommand(),
]
for (const command of COMMANDS) {
  program.addCommand(command.exitOverride())
  // A command that is added takes nothing over from its parent.
  for (const part of command.commands) part.exitOverride()
}

try {
  await program.parseAsync()
} catch (thrown) {
  process.exitCode = exitCodeOf(thrown)
}

/** 0 help was asked for; 1 it could not be done, with one sentence that says what to do; 2 wrong usage. */
function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  const failure = asFailure(thrown)
  process.stderr.write(`tallysheet: ${failureText(failure, terminalTexts())}\n`)
  if (failure.code === 'internal' && process.env.TALLYSHEET_DEBUG)
    process.stderr.write(`${(failure.cause as Error)?.stack ?? failure.cause}\n`)
  return failure.code === 'wrong-usage' ? 2 : 1
}
