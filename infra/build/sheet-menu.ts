import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

const OPTIONS: BuildOptions = {
  entryPoints: ['functions/sheet-menu/main.ts'],
  bundle: true,
  // What the V8 runtime of Apps Script surely reads.
  target: 'es2019',
  // People read it in the script editor.
  charset: 'utf8',
  legalComments: 'none',
  // The folder's own settings are about types.
  tsconfigRaw: {},
  logLevel: 'warning',
  write: false,
}

/**
 * Bundles the menu into one `menu.gs` beside its manifest, and gives its size in bytes. Apps Script knows no modules and finds the
 * functions of menus and triggers by their declarations: each export gets one, after a bundle that keeps all else to itself.
 */
export async function buildSheetMenu(root: string, folder: string): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const options: BuildOptions = { ...OPTIONS, absWorkingDir: root, define: { TALLYSHEET_VERSION: JSON.stringify(version) } }
  const { outputFiles } = await build({ ...options, format: 'iife', globalName: 'tallysheetMenu' })
  const declarations = (await exportsOf(options)).map(
    (name) => `function ${name}(event) { return tallysheetMenu.${name}(event) }\n`,
  )
  const text = `${outputFiles![0]!.text}\n${declarations.join('')}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'menu.gs'), text)
  copyFileSync(join(root, 'functions/sheet-menu/appsscript.json'), join(folder, 'appsscript.json'))
  return Buffer.byteLength(text)
}

/** The names that the entry exports; esbuild tells them of a module only. */
async function exportsOf(options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...options, format: 'esm', metafile: true })
  return Object.values(metafile!.outputs).flatMap((output) => output.exports)
}
