import { cpSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFont } from './make-font.ts'

const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc'
const WHOLE_FONT = `${FONT}/400Regular/NotoSansSC_400Regular.ttf`
const FONT_LICENCE = `${FONT}/LICENSE_FONT`
const RESVG = 'node_modules/@resvg'

/** How a bundle finds those parts: native code is left to Node to find, and a file beside the bundle by its folder. */
export const BUNDLING = { external: ['@resvg/resvg-js'], define: { 'import.meta.dirname': '__dirname' } }

/**
 * Lays beside bundles that draw pictures what these need but can't hold: the font with its licence, and the packages of @resvg, with the
 * native part for the platform that this runs on (a deployment installs the one for its own, package.json names it). Gives the folders of
 * the packages that these parts come from.
 */
export async function addPictureParts(root: string, bundles: readonly string[]): Promise<string[]> {
  const natives = readdirSync(join(root, RESVG)).toSorted()
  for (const folder of new Set(bundles.map(dirname))) {
    const bytes = await makeFont(join(root, WHOLE_FONT), join(folder, 'font.ttf'))
    console.log(`${join(folder, 'font.ttf')} ${(bytes / 1e6).toFixed(2)} MB`)
    cpSync(join(root, FONT_LICENCE), join(folder, 'font-licence.txt'))
    for (const name of natives) cpSync(join(root, RESVG, name), join(folder, RESVG, name), { recursive: true })
  }
  return [FONT, ...natives.map((name) => `${RESVG}/${name}`)]
}
