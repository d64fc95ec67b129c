import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../functions/cli/main.ts', import.meta.url))

export interface CliResult {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line as a process of its own. */
export function runCli(args: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  const { TALLYSHEET_SPREADSHEET_ID: _id, TALLYSHEET_GOOGLE_URL: _url, TALLYSHEET_TODAY: _today, ...inherited } = process.env
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...inherited, LANG: 'en_US.UTF-8', LC_ALL: '', ...environment },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
}
