import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { SAMPLE_MISTAKES } from '../../../shared/jobs/sample/mistakes.ts'
import { runCli } from '../../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'tallysheet-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('local --once', () => {
  const data = join(folder, 'once')
  let out: string

  beforeAll(async () => {
    const { code, stdout } = await runCli(['local', '--once', '--data', data], { TALLYSHEET_TODAY: '2026-01-15' })
    expect(code).toBe(0)
    out = stdout
  }, 60_000)

  test('ends by itself and leaves the workbook and the figures', () => {
    expect(existsSync(join(data, 'workbook.xlsx'))).toBe(true)
    const document = JSON.parse(readFileSync(join(data, 'progress.json'), 'utf8'))
    expect(document.run).toMatchObject({ asOf: '2026-01-15', period: '2025-12', requests: { read: 2, write: 1 } })
    expect(document.indicators).toHaveLength(11)
  })

  test('prints every target with its status', () => {
    for (const words of [
      '全县工业总产值',
      '智能铸造',
      '碳素电极',
      '绿色建材',
      '玫瑰阿胶',
      '新兴产业',
      '规模以上',
      '上市企业',
      '单项冠军',
      '瞪羚',
      '专精特新',
    ])
      expect(out).toContain(words)
    for (const status of ['已完成', '保持稳定', '进度滞后', '跟踪监测']) expect(out).toContain(status)
  })

  test('prints every mistake of the sample by name', () => {
    for (const { expectedRule } of SAMPLE_MISTAKES) if (expectedRule) expect(out).toContain(`(${expectedRule})`)
  })

  test.each([
    ['a spreadsheet', 'google/damaged.json'],
    ['the name of the workbook', 'workbook.json'],
  ])('a folder in which %s is damaged: the start says so and ends', async (_name, file) => {
    const damaged = join(folder, `damaged-${file.length}`)
    mkdirSync(join(damaged, 'google'), { recursive: true })
    writeFileSync(join(damaged, file), '{"id":')
    const { code, stderr } = await runCli(['local', '--once', '--data', damaged])
    expect(code).toBe(1)
    expect(stderr).toContain(`in the folder ${damaged} can't be read`)
    expect(existsSync(join(damaged, 'lock'))).toBe(false)
  })

  test('a folder that can not be one is named', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await runCli(['local', '--once', '--data', file])
    expect(code).toBe(1)
    expect(stderr).toContain(`The folder ${file} can't be made`)
  })

  test('a folder that is in use is refused', async () => {
    writeFileSync(join(data, 'lock'), String(process.pid))
    const { code, stderr } = await runCli(['local', '--once', '--data', data])
    expect(code).toBe(1)
    expect(stderr).toContain(`The folder ${data} is in use`)
    rmSync(join(data, 'lock'))
  })
})

describe('against an emulator', () => {
  let apis: GoogleApis
  let environment: Record<string, string>

  beforeAll(async () => {
    apis = await startGoogleApis({ port: 0 })
    environment = { TALLYSHEET_GOOGLE_URL: apis.url }
    const { code, stdout } = await runCli(['set-up', '--title', 'Test', '--language', 'en', '--json'], environment)
    expect(code).toBe(0)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({ created: true, url: expect.stringContaining(document.spreadsheetId) })
    environment.TALLYSHEET_SPREADSHEET_ID = document.spreadsheetId
  }, 60_000)
  afterAll(() => apis.close())

  test('import, import again, recalculate: month values become totals, nothing is added twice', async () => {
    const file = join(folder, 'reports.csv')
    writeFileSync(
      file,
      'month,company,group,output\n201901,Alpha,North,10\n201902,Alpha,North,5\n201903,Alpha,North,7\n201903,Beta,South,1\n',
    )
    const args = ['import', file, '--map', 'period=month,enterprise=company,cluster=group,outputMonth=output', '--json']
    const first = JSON.parse((await runCli(args, environment)).stdout)
    expect(first).toMatchObject({ read: 4, added: 3, unchanged: 0, folded: 1, enterprisesAdded: 2, clustersAdded: 2 })
    const second = JSON.parse((await runCli(args, environment)).stdout)
    expect(second).toMatchObject({ read: 4, added: 0, unchanged: 3, requests: { write: 0 } })

    const { code, stdout } = await runCli(['recalculate', '--as-of', '2019-04-20', '--json'], environment)
    expect(code).toBe(0)
    const { rows, indicators, problems } = JSON.parse(stdout)
    expect(rows).toMatchObject({ read: 3, held: 0, rejected: 0 })
    // 10 + 5 + 7 of Alpha, 1 of Beta, in 10,000 yuan.
    expect(indicators).toMatchObject([{ measure: 'output', scope: 'county', kind: 'track', value: 230_000 }])
    expect(problems.every(({ severity }: { severity: string }) => severity === 'note')).toBe(true)
  }, 60_000)

  test('export writes the file, and another program can read it', async () => {
    const file = join(folder, 'county.xlsx')
    const { code, stdout } = await runCli(['export', file, '--json'], environment)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ file, sheets: 16, pictures: 5, requests: { write: 0 } })
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    expect(existsSync(`${file}.part`)).toBe(false)
  }, 60_000)

  test.each([
    ['no spreadsheet', ['recalculate'], { TALLYSHEET_SPREADSHEET_ID: '' }, 1, 'Give --spreadsheet ID'],
    ['an unknown spreadsheet', ['recalculate', '--spreadsheet', 'nowhere'], {}, 1, 'does not exist'],
    ['a day that is none', ['recalculate', '--as-of', 'tomorrow'], {}, 2, 'not a day'],
    ['a day that the calendar lacks', ['recalculate', '--as-of', '2025-02-30'], {}, 2, 'not a day'],
    ['a key that is missing', ['outbox', 'resend'], {}, 2, 'missing required argument'],
    ['a future day', ['recalculate', '--as-of', '2999-01-01'], {}, 1, 'lies after today'],
    ['an unknown option', ['recalculate', '--colour'], {}, 2, 'unknown option'],
    ['an unknown command', ['recalc'], {}, 2, 'unknown command'],
    [
      'bad variables, all at once',
      ['recalculate'],
      { TALLYSHEET_TODAY: 'x', TALLYSHEET_LANGUAGE: 'fr' },
      1,
      'TALLYSHEET_TODAY, TALLYSHEET_LANGUAGE',
    ],
    [
      'a file that is none',
      ['import', '/nowhere.csv', '--map', 'period=a,enterprise=b,outputMonth=c'],
      {},
      1,
      "can't be read: no such file or directory. ",
    ],
    ['a file to export that is no .xlsx', ['export', join(folder, 'x.csv')], {}, 2, "doesn't end in .xlsx. See --help."],
    ['a file to export in a folder that is none', ['export', join(folder, 'none/x.xlsx')], {}, 1, "can't be written"],
    ['a map without output', ['import', join(folder, 'reports.csv'), '--map', 'period=a'], {}, 2, '--map'],
  ] as const)('%s: the exit code and a sentence that says what to do', async (_name, args, more, code, words) => {
    const result = await runCli(args, { ...environment, ...more })
    expect(result.code).toBe(code)
    expect(result.stderr).toContain(words)
    expect(result.stderr).not.toMatch(/\n {4}at /)
    expect(result.stdout).toBe('')
  })

  test('a day of the run is refused where the origin is not this machine', async () => {
    const { code, stderr } = await runCli(['recalculate'], { TALLYSHEET_TODAY: '2025-01-01', TALLYSHEET_SPREADSHEET_ID: 'x' })
    expect(code).toBe(1)
    expect(stderr).toContain('TALLYSHEET_TODAY')
  })

  test.each(['local', 'set-up', 'recalculate', 'import', 'export'])('%s --help explains itself', async (command) => {
    const { code, stdout } = await runCli([command, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--json')
  })
})
