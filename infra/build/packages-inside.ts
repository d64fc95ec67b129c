import type { Metafile } from 'esbuild'

/** The folders of the packages that files came from, as package-lock.json names them, sorted. */
export const packagesOf = (files: readonly string[]): string[] =>
  [...new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))].toSorted()

/** Of each script that was bundled, by its path, the packages that are inside. */
export const packagesInside = ({ outputs }: Metafile): Map<string, string[]> =>
  new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint, inputs }]) =>
      entryPoint ? [[path, packagesOf(Object.keys(inputs))]] : [],
    ),
  )
