import { readFile } from 'node:fs/promises'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { BUNDLING } from './picture-parts.ts'

/**
 * What packages bring and nothing here ever uses, but each start would pay for: half a megabyte of East Asian encodings, for bodies are
 * read at our own door, which takes UTF-8 only; all the world's media types, where JSON is all that is sent; HTTP/2; and a copy of every
 * member of node:util, which loads Node's worker threads.
 */
const withoutUnusedParts: Plugin = {
  name: 'without-unused-parts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /iconv-lite\/encodings\/tables\/.*\.json$/ }, () => ({ contents: '[]', loader: 'json' }))
    onLoad({ filter: /mime-db\/db\.json$/ }, () => ({ contents: JSON.stringify(MEDIA_TYPES), loader: 'json' }))
    onLoad({ filter: /googleapis-common\/build\/src\/http2\.js$/ }, () => ({
      contents: 'exports.request = () => Promise.reject(new Error("HTTP/2 is not in this bundle"))',
    }))
    onLoad({ filter: /google-logging-utils\/build\/src\/logging-utils\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/__importStar\((require\("\w+"\))\)/g, '$1'),
    }))
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
  // What stays outside is required: a script that is started with its code at hand (start.ts) imports nothing.
  supported: { 'dynamic-import': false },
  sourcemap: true,
  legalComments: 'none',
  plugins: [withoutUnusedParts],
  ...BUNDLING,
  logLevel: 'warning',
  metafile: true,
}

/** Bundles the entries, named by the path of their file, into the folder. */
export async function bundle(root: string, entryPoints: Record<string, string>, outdir: string): Promise<Metafile> {
  const { metafile } = await build({ ...OPTIONS, absWorkingDir: root, entryPoints, outdir })
  return metafile!
}
