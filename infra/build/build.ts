/** Bundles each entry into one file under dist/, and says how large it became. */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

const ENTRIES = { 'recalculate/index': 'functions/recalculate/index.ts' }

await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  keepNames: true,
  sourcemap: true,
  legalComments: 'linked',
  logLevel: 'warning',
})

for (const name of Object.keys(ENTRIES)) {
  const bytes = statSync(`${root}/dist/${name}.cjs`).size
  console.log(`dist/${name}.cjs ${(bytes / 1e6).toFixed(2)} MB`)
}
