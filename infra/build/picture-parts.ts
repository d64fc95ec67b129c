import { cpSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFont } from './make-font.ts'

const WHOLE_FONT = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
const RESVG = 'node_modules/@resvg'
const FONT_LICENCE = 'node_modules/@expo-google-fonts/noto-sans-sc/LICENSE_FONT'

/** How a bundle finds those parts: native code is left to Node to find, and a file beside the bundle by its folder. */
export const BUNDLING = { external: ['@resvg/resvg-js'], define: { 'import.meta.dirname': '__dirname' } }

/**
 * Lays beside bundles that draw pictures what these need but can't hold: the font with its licence, and the packages of @resvg, with the
 * native part for the platform that this runs on (a deployment installs the one for its own, package.json names it).
 */
export async function addPictureParts(root: string, bundles: readonly string[]): Promise<void> {
  for (const folder of new Set(bundles.map(dirname))) {
    const bytes = await makeFont(join(root, WHOLE_FONT), join(folder, 'font.ttf'))
    console.log(`${join(folder, 'font.ttf')} ${(bytes / 1e6).toFixed(2)} MB`)
    cpSync(join(root, FONT_LICENCE), join(folder, 'font-licence.txt'))
    for (const name of readdirSync(join(root, RESVG)))
      cpSync(join(root, RESVG, name), join(folder, RESVG, name), { recursive: true })
  }
}
