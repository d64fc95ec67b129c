import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const client = fileURLToPath(new URL('../client', import.meta.url))

/** The client's script and styles, made from source in memory. */
export async function bundleClient(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [{ in: `${client}/main.tsx`, out: 'page' }],
    outdir: client,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(client.length), contents]))
}
