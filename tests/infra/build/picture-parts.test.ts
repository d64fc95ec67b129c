import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { characters } from '../../../infra/build/make-font.ts'
import { addPictureParts, BUNDLING } from '../../../infra/build/picture-parts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tallysheet-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const entry = join(folder, 'entry.ts')
  const from = (path: string) => JSON.stringify(join(root, path))
  writeFileSync(
    entry,
    `import { writeFileSync } from 'node:fs'
     import { drawChart } from ${from('shared/pictures/draw-chart.ts')}
     import { fontFile } from ${from('shared/pictures/font-file.ts')}
     import { sampleCharts } from ${from('tests/shared/pictures/sample-charts.ts')}
     const draw = async () => {
       const options = { widthPx: 560, heightPx: 320, scale: 1, fontFile: fontFile() }
       writeFileSync(${JSON.stringify(join(folder, 'chart.png'))}, await drawChart(sampleCharts('zh-CN').clusters, options))
       process.stdout.write(fontFile())
     }
     void draw()`,
  )
  const outfile = join(folder, 'index.cjs')
  const { warnings } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    ...BUNDLING,
  })
  expect(warnings).toEqual([])
  await addPictureParts(root, [outfile])
}, 60_000)

test('a bundle draws with what lies beside it, and nothing keeps its process alive', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'index.cjs')], {
    cwd: tmpdir(),
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toBe(join(folder, 'font.ttf'))
  expect(readFileSync(join(folder, 'chart.png')).length).toBeGreaterThan(5_000)
})

test('the font is a renamed subset with its licence beside it', () => {
  const font = readFileSync(join(folder, 'font.ttf'))
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
  expect(font.length).toBeLessThan(3_000_000)
  const names = font.readUInt16BE(4)
  const record = Array.from({ length: names }, (_, index) => 12 + index * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  )!
  const table = font.subarray(font.readUInt32BE(record + 8), font.readUInt32BE(record + 8) + font.readUInt32BE(record + 12))
  expect(table.includes(utf16('Tallysheet Sans'))).toBe(true)
  expect(table.includes(utf16('Noto Sans SC'))).toBe(false)
  expect(existsSync(join(folder, 'font-licence.txt'))).toBe(true)
})

test('the subset holds the signs of GB 2312 and of our texts', () => {
  const all = new Set(characters())
  expect(all.size).toBeGreaterThan(7_500)
  for (const sign of '啊齄平阴县亿元，。（）“”…·％ABCé–—′') expect(all, sign).toContain(sign)
})
