import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGoogleApis } from '../../infra/local/google-apis/server.ts'
import { SAMPLE_MISTAKES } from '../../shared/jobs/sample/mistakes.ts'
import type { Rule } from '../../shared/model/problem.ts'
import { COLUMNS } from '../../shared/model/tabs.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { runCli } from '../support/run-cli.ts'
import { readSheet, type Sheet } from './read-sheet.ts'

/** The day on which the sample's newest figures are new. */
const TODAY = '2026-01-15'
const PERIOD = '2025-12'

/** The mistakes that the picture shows, beside the first rows of the month, which are in order. */
const RULES: readonly Rule[] = [
  'missing-output',
  'conflicting-duplicate',
  'jump',
  'unknown-enterprise',
  'approximate-number',
  'normalised-name',
  'gap',
  'unchanged',
]
const IN_ORDER = 3

/** Submissions of the sample county as `tallysheet local --once` leaves it, and a dozen rows of its newest month. */
export async function sampleTab(): Promise<{ tabs: Sheet[]; sheet: Sheet; rows: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-sample-'))
  try {
    const { code, stderr } = await runCli(['local', '--once', '--data', folder], { TALLYSHEET_TODAY: TODAY })
    if (code !== 0) throw new Error(stderr)
    const { spreadsheetId } = JSON.parse(readFileSync(join(folder, 'workbook.json'), 'utf8'))
    const apis = await startGoogleApis({ folder: join(folder, 'google') })
    try {
      const read = await readSheet(apis.url, spreadsheetId, textsFor('zh-CN').workbook.tab.submissions)
      return { ...read, rows: tellingRows(read.sheet) }
    } finally {
      await apis.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function tellingRows({ data }: Sheet): number[] {
  const mistaken = SAMPLE_MISTAKES.filter(
    ({ period, expectedRule }) => period === PERIOD && RULES.some((rule) => rule === expectedRule),
  )
  const names = new Set(mistaken.map(({ enterprise }) => enterprise.zh))
  const column = (key: 'period' | 'enterprise') => COLUMNS.submissions.indexOf(key)
  const ofMonth = (data?.[0]?.rowData ?? []).flatMap(({ values }, index) =>
    values?.[column('period')]?.formattedValue === PERIOD
      ? [{ row: index + 1, name: values[column('enterprise')]?.formattedValue ?? '' }]
      : [],
  )
  return ofMonth.filter(({ name }, index) => index < IN_ORDER || names.has(name)).map(({ row }) => row)
}
