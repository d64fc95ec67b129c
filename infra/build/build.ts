/** Bundles each entry into one file under dist/, and says how large it became. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { addPictureParts, BUNDLING } from './picture-parts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const ENTRIES = { 'recalculate/index': 'functions/recalculate/index.ts' }

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  ...BUNDLING,
  minify: true,
  keepNames: true,
  sourcemap: true,
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
})

const drawing = Object.entries(metafile.outputs)
  .filter(([, { inputs }]) => 'shared/pictures/draw-chart.ts' in inputs)
  .map(([bundle]) => join(root, bundle))
await addPictureParts(root, drawing)

for (const name of Object.keys(ENTRIES)) {
  const bytes = statSync(`${root}/dist/${name}.cjs`).size
  console.log(`dist/${name}.cjs ${(bytes / 1e6).toFixed(2)} MB`)
}
