import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Names of the families in the fonts below; the subset bears its own, as the licence of reserved names asks (OFL 1.1, 3). */
export const FONT_FAMILIES = ['Tallysheet Sans', 'Noto Sans SC'] as const

/**
 * The font that pictures are drawn with: the subset that lies beside a bundle, from source the whole one of the package
 * @expo-google-fonts/noto-sans-sc. The machine's own fonts are never used, so that a picture is the same everywhere.
 */
export function fontFile(): string {
  const besideBundle = join(import.meta.dirname, 'font.ttf')
  if (existsSync(besideBundle)) return besideBundle
  const packages = join(import.meta.dirname, '../../node_modules')
  return join(packages, '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
}
