import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { BUNDLING } from './picture-parts.ts'

/**
 * Tables that the framework brings and that nothing here ever looks into: half a megabyte of East Asian encodings, for bodies are read at
 * our own door, which takes UTF-8 only; and all the world's media types, which cost a tenth of a start, where JSON is all that is sent.
 */
const withoutUnusedTables: Plugin = {
  name: 'without-unused-tables',
  setup: ({ onLoad }) => {
    onLoad({ filter: /iconv-lite\/encodings\/tables\/.*\.json$/ }, () => ({ contents: '[]', loader: 'json' }))
    onLoad({ filter: /mime-db\/db\.json$/ }, () => ({ contents: JSON.stringify(MEDIA_TYPES), loader: 'json' }))
  },
}

const MEDIA_TYPES = {
  'application/json': { source: 'iana', charset: 'UTF-8', compressible: true, extensions: ['json'] },
  'application/octet-stream': { source: 'iana', extensions: ['bin'] },
  'application/x-www-form-urlencoded': { source: 'iana', compressible: true },
  'text/html': { source: 'iana', compressible: true, extensions: ['html'] },
  'text/plain': { source: 'iana', compressible: true, extensions: ['txt'] },
}

/** One file a function, for the Node that it is deployed to, with everything it needs inside. */
const OPTIONS: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  keepNames: true,
  sourcemap: true,
  legalComments: 'none',
  plugins: [withoutUnusedTables],
  ...BUNDLING,
  logLevel: 'warning',
  metafile: true,
}

/** Bundles the entries, named by the path of their file, into the folder. */
export async function bundle(root: string, entryPoints: Record<string, string>, outdir: string): Promise<Metafile> {
  const { metafile } = await build({ ...OPTIONS, absWorkingDir: root, entryPoints, outdir })
  return metafile!
}
