import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf, violations } from './support/import-rules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const graph = () =>
  ['functions', 'shared', 'infra'].flatMap(sources).flatMap((from) =>
    importsOf(readFileSync(join(root, from), 'utf8')).map((target) => ({
      from,
      to: target.startsWith('.') ? relative(root, resolve(root, dirname(from), target)) : target,
    })),
  )

test('imports point down only', () => {
  const edges = graph()
  expect(edges.length).toBeGreaterThan(100)
  expect(violations(edges)).toEqual([])
})

describe('a planted violation is seen', () => {
  test.each([
    ['shared/model/month.ts', 'shared/intake/find-columns.ts'],
    ['shared/model/month.ts', 'googleapis'],
    ['shared/intake/find-columns.ts', 'shared/progress/measure-progress.ts'],
    ['shared/intake/find-columns.ts', 'googleapis/build/src/apis/sheets/v4.js'],
    ['shared/report/cells.ts', 'shared/progress/measure-progress.ts'],
    ['shared/progress/series.ts', 'shared/report/cells.ts'],
    ['shared/progress/series.ts', 'node:fs'],
    ['shared/google/workbook.ts', 'shared/jobs/recalculate.ts'],
    ['shared/jobs/recalculate.ts', 'shared/google/workbook.ts'],
    ['shared/jobs/recalculate.ts', 'functions/cli/main.ts'],
    ['infra/local/google-apis/server.ts', 'shared/jobs/recalculate.ts'],
    ['infra/local/google-apis/server.ts', 'shared/google/workbook.ts'],
    ['shared/mail/mime.ts', 'shared/google/workbook.ts'],
    ['shared/jobs/recalculate.ts', 'shared/mail/mime.ts'],
    ['functions/recalculate/index.ts', 'infra/local/google-apis/server.ts'],
    ['infra/local/page/client/app.tsx', 'infra/local/page/server/desk.ts'],
    ['infra/local/page/client/app.tsx', 'node:fs'],
    ['infra/local/google-apis/server.ts', 'esbuild'],
    ['infra/local/page/server/desk.ts', 'shared/jobs/recalculate.ts'],
    ['functions/cli/main.ts', 'tests/support/import-rules.ts'],
    ['functions/http/identify-caller.ts', 'jose'],
    ['functions/http/serve-function.ts', 'googleapis/build/src/apis/sheets/v4.js'],
    ['functions/sheet-menu/main.ts', 'shared/model/settings.ts'],
    ['functions/sheet-menu/main.ts', 'node:crypto'],
    ['shared/ports.ts', 'shared/jobs/recalculate.ts'],
  ])('%s -> %s', (from, to) => {
    expect(violations([{ from, to }])).toHaveLength(1)
  })
})

test('imports are found however they are written', () => {
  const text =
    "import a from './a.ts'\nimport type { B } from \"./b.ts\"\nexport { c } from './c.ts'\nimport './d.ts'\nconst e = await import('./e.ts')\n"
  expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
})

test('the pure core reads no clock, no chance and no environment', () => {
  const impure = ['shared/model', 'shared/intake', 'shared/progress', 'shared/report']
    .flatMap(sources)
    .filter((file) =>
      /Date\.now\(|new Date\(\)|DateTime\.(now|local|utc)\(\)|process\.|Math\.random/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
  expect(impure).toEqual([])
})
