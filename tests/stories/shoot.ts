import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The Debian package's; another browser can be named. */
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1']

/** A lower window is drawn cut off. */
const LOWEST = 190

const run = promisify(execFile)

/** Writes a picture of a page, as wide as told and as high as the page is. */
export async function shoot(file: string, html: string, width: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-picture-'))
  const page = join(folder, 'page.html')
  const browse = (height: number, flag: string) =>
    run(BROWSER, [
      ...FLAGS,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${width},${height}`,
      flag,
      `file://${page}`,
    ])
  try {
    writeFileSync(page, `${html}<script>document.title = document.body.offsetHeight</script>`)
    const { stdout } = await browse(2_000, '--dump-dom')
    const height = Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1])
    await browse(Math.max(height, LOWEST), `--screenshot=${file}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
