/** Bundles each entry into one file under dist/, with the licences and the list of what is inside, and says how large it became. */
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { billOfMaterials } from './bill-of-materials.ts'
import { bundle } from './bundle.ts'
import { ENTRIES, REHEARSAL } from './entries.ts'
import { licenceNotices } from './licence-notices.ts'
import { packagesInside } from './packages-inside.ts'
import { addPictureParts } from './picture-parts.ts'
import { buildSheetMenu } from './sheet-menu.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const metafile = await bundle(root, ENTRIES, 'dist')
await bundle(root, REHEARSAL, 'dist')
writeFileSync(`${root}/dist/LICENCES.txt`, licenceNotices(root, metafile))

const drawing = Object.entries(metafile.outputs)
  .filter(([, { inputs }]) => 'shared/pictures/draw-chart.ts' in inputs)
  .map(([path]) => path)
const parts = await addPictureParts(
  root,
  drawing.map((path) => join(root, path)),
)

const contents = new Map(
  [...packagesInside(metafile)].map(([path, inside]) => [path, drawing.includes(path) ? [...inside, ...parts] : inside]),
)
writeFileSync(`${root}/dist/bom.json`, billOfMaterials(root, contents))

for (const name of Object.keys(ENTRIES)) {
  const bytes = statSync(`${root}/dist/${name}.cjs`).size
  console.log(`dist/${name}.cjs ${(bytes / 1e6).toFixed(2)} MB`)
}

const menuBytes = await buildSheetMenu(root, join(root, 'dist/sheet-menu'))
console.log(`dist/sheet-menu/menu.gs ${(menuBytes / 1e6).toFixed(2)} MB`)
