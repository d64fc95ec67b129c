/** One import: files relative to the repository, packages by their specifier. */
export interface Edge {
  from: string
  to: string
}

/** The specifiers that a source text imports. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)].map((match) => match[2]!)

/** The rooms of the house, and what each may import (architecture.md). The first room whose prefix fits counts. */
const ROOMS: readonly { prefix: string; may: readonly string[] }[] = [
  { prefix: 'shared/model/', may: ['shared/model/', 'zod', 'luxon', 'chinese-days'] },
  { prefix: 'shared/intake/', may: ['shared/intake/', 'shared/model/', 'zod', 'luxon', 'fastest-levenshtein'] },
  { prefix: 'shared/progress/', may: ['shared/progress/', 'shared/model/', 'zod', 'luxon'] },
  { prefix: 'shared/report/', may: ['shared/report/', 'shared/model/', 'zod', 'luxon'] },
  { prefix: 'shared/jobs/import-file/', may: ['shared/jobs/import-file/', 'shared/model/', 'csv-parse', 'exceljs', 'node:'] },
  { prefix: 'shared/jobs/export-file/', may: ['shared/jobs/export-file/', 'shared/model/', 'exceljs'] },
  {
    prefix: 'shared/jobs/',
    may: [
      'shared/jobs/',
      'shared/intake/',
      'shared/progress/',
      'shared/report/',
      'shared/model/',
      'shared/ports.ts',
      'shared/config.ts',
      'shared/errors.ts',
      'shared/log.ts',
      'node:crypto',
      'zod',
    ],
  },
  {
    prefix: 'shared/google/',
    may: ['shared/google/', 'shared/model/', 'shared/ports.ts', 'shared/errors.ts', 'googleapis/', 'jose'],
  },
  {
    prefix: 'shared/pictures/',
    may: ['shared/pictures/', 'shared/model/', 'echarts', '@resvg/', 'node:fs', 'node:path'],
  },
  {
    prefix: 'shared/mail/',
    may: ['shared/mail/', 'shared/model/', 'shared/ports.ts', 'shared/errors.ts', 'nodemailer', 'node:'],
  },
  { prefix: 'shared/', may: ['shared/model/', 'shared/ports.ts', 'shared/errors.ts', 'zod', 'luxon'] },
  // The command line is the one place that starts the emulator; deployed functions never carry it.
  { prefix: 'functions/cli/', may: ['functions/', 'shared/', 'infra/local/', 'commander', 'cli-table3', 'node:'] },
  // It runs inside Google's spreadsheet, where nothing of Node and no package exists: words and names only.
  { prefix: 'functions/sheet-menu/', may: ['functions/sheet-menu/', 'shared/model/tabs.ts', 'shared/model/texts/'] },
  { prefix: 'functions/', may: ['functions/', 'shared/', '@google-cloud/functions-framework', 'node:'] },
  // The rehearsal of an image works on a workbook, so it sets one up.
  {
    prefix: 'infra/build/rehearsal-county.ts',
    may: ['infra/local/google-apis/', 'shared/google/', 'shared/jobs/', 'shared/log.ts'],
  },
  { prefix: 'infra/build/', may: ['infra/build/', 'esbuild', 'subset-font', 'node:'] },
  {
    prefix: 'infra/local/page/client/',
    may: ['infra/local/page/client/', 'infra/local/page/protocol.ts', 'shared/model/', 'react', 'react-dom', 'echarts'],
  },
  {
    prefix: 'infra/local/page/',
    may: [
      'infra/local/page/server/',
      'infra/local/page/protocol.ts',
      'infra/local/google-apis/',
      'infra/local/listen.ts',
      'shared/model/',
      'node:',
      'zod',
      'esbuild',
    ],
  },
  {
    prefix: 'infra/local/',
    may: ['infra/local/', 'shared/model/', 'shared/ports.ts', 'node:', 'zod', 'luxon', 'csv-parse', 'smtp-server', 'mailparser'],
  },
]

/** The imports that no rule allows, as text. A file outside every room is a violation too. */
export const violations = (edges: readonly Edge[]): string[] =>
  edges
    .filter(({ from, to }) => {
      const room = ROOMS.find(({ prefix }) => from.startsWith(prefix))
      return !room?.may.some(
        (allowed) =>
          to === allowed ||
          (allowed.endsWith('/') || allowed.endsWith(':') ? to.startsWith(allowed) : to.startsWith(`${allowed}/`)),
      )
    })
    .map(({ from, to }) => `${from} -> ${to}`)
