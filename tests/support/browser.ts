import { constants, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const packed = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc')))
const FONT_FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/** Unpacked once for each user of the machine; a newer package needs a newer name. */
const unpacked = join(tmpdir(), `tallysheet-chromium-153-${process.getuid?.() ?? 0}`)

/**
 * Starts the Chromium that comes with the npm packages: no browser, library or font of the machine is used, so that pages look
 * the same everywhere, Chinese included. Whoever starts it closes it. No page reaches the network but 127.0.0.1.
 */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(unpacked)) await unpack()
  return playwright.launch({
    executablePath: join(unpacked, 'chromium'),
    args: ['--disable-gpu', '--font-render-hinting=none', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    env: { ...process.env, LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), FONTCONFIG_FILE: join(unpacked, 'fonts.conf') },
  })
}

/** Into a folder of its own that gets its name when complete, since several test processes may come here at once. */
async function unpack(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-unpacking-'))
  // The package unpacks to wherever temporary files go.
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await chromium.executablePath(packed)
    await inflate(join(packed, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  for (const file of FONT_FILES)
    copyFileSync(join(fonts, file), join(folder, 'fonts', file.split('/')[1]!), constants.COPYFILE_FICLONE)
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(join(unpacked, 'fonts'), join(unpacked, 'font-cache')))
  try {
    renameSync(folder, unpacked)
  } catch {
    // Another process was faster.
    rmSync(folder, { recursive: true, force: true })
  }
}

const fontConfiguration = (folder: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`
