import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const deploy = read('docs/deploy.md')
const operate = read('docs/operate.md')
const both = `${deploy}\n${operate}`
const terraform = ['variables', 'outputs', 'alerts'].map((name) => read(`infra/google/${name}.tf`)).join('\n')

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found!)

test('every code and message that the runbook explains is one that the program logs', () => {
  const [, table = ''] = /## A run failed\n([\s\S]*?)\n## /.exec(operate)!
  const explained = all(table, /^\| (`.*?) \|/gm).flatMap((cell) => all(cell, /`([^`]+)`/g))
  const logged = execFileSync('grep', ['-rhoE', "'[a-z][a-z -]+'", 'shared', 'functions'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(explained.length).toBeGreaterThan(15)
  // The words of Cloud Run itself.
  const unknown = explained.filter((code) => !logged.includes(`'${code}'`) && code !== 'Memory limit … exceeded')
  expect(unknown).toEqual([])
})

test('every alert has its section, and calls itself as the runbook does', () => {
  const alerts = all(terraform, /display_name\s*= "(Tallysheet: [a-z ]+)"/g)
  expect(alerts.length).toBe(3)
  for (const name of alerts) expect(operate).toContain(`“${name}”`)
  const sections = all(terraform, /\\"([A-Z][a-z ]+)\\" in docs\/operate\.md/g)
  expect(sections.length).toBe(3)
  for (const section of sections) expect(operate).toContain(`\n## ${section}\n`)
})

test('settings, outputs and files that the texts name are there', () => {
  for (const name of ['menu_client_ids', 'smtp_password_version', 'spreadsheet_id', 'staff', 'administrators', 'smtp_url'])
    expect(terraform).toContain(`variable "${name}"`)
  for (const name of ['share', 'menu']) expect(terraform).toContain(`output "${name}"`)
  for (const path of all(both, /\b(infra\/google\/[\w./-]+\.(?:sh|tf|example))\b/g))
    expect([path, existsSync(join(root, path))]).toEqual([path, true])
})

test('links inside the texts lead to a heading', () => {
  const headings = (text: string) =>
    all(text, /^#+ (.*)$/gm).map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
  for (const anchor of all(deploy, /operate\.md#([\w-]+)/g).concat(all(operate, /\(#([\w-]+)\)/g)))
    expect(headings(operate)).toContain(anchor)
})

test('the sum of a month is what its lines say', () => {
  const seconds = 1_200 * 20
  const usd = seconds * 0.000024 + seconds * 0.5 * 0.0000025 + (1_200 / 1e6) * 0.4
  expect(operate).toContain(`**${usd.toFixed(2)} USD**`)
  // Two of the rounded sum, for the dearer regions.
  expect(operate).toContain(`${(2 * Number(usd.toFixed(2))).toFixed(2)} USD`)
  expect(operate).toContain(`${Math.round((seconds / 180_000) * 100)} %`)
})

test('what is beside it, and everything together, is what its lines say', () => {
  const points = 3 * ((30 * 86_400) / 30)
  const absent = 0.35 + (points / 1e6) * 0.5
  const beside = 3 * 0.1 + 0.06 + 0.5 * 0.1 + 2 * 5 * 0.006 + 0.02 * 0.5 + absent
  const logLines = 2 * 0.35
  const everything = 1.22 + beside + logLines
  const before = 3 * 1.5 + (points / 1e6) * 0.35
  expect(operate).toContain(`${points.toLocaleString('en')} |`)
  expect(operate).toContain(`it is ${absent.toFixed(2)} USD a month`)
  expect(operate).toContain(`**${beside.toFixed(2)} USD**`)
  expect(operate).toContain(`1.22 + ${beside.toFixed(2)} + ${logLines.toFixed(2)} = ${everything.toFixed(2)} USD`)
  expect(operate).toContain(`= ${before.toFixed(2)} USD instead of ${(absent + logLines).toFixed(2)} USD`)
  expect(operate).toContain(`everything together ${(everything - absent - logLines + before).toFixed(2)} USD`)
  // One condition reads the metric, two wait for a line of the log.
  expect(all(terraform, /^ {4}condition_(\w+) \{/gm)).toEqual(['matched_log', 'threshold', 'matched_log'])
})
