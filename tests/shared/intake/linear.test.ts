import { describe, expect, test } from 'vitest'
import { findColumns } from '../../../shared/intake/find-columns.ts'
import { readClusters } from '../../../shared/intake/read-clusters.ts'
import { readDay } from '../../../shared/intake/read-day.ts'
import { readEmail } from '../../../shared/intake/read-email.ts'
import { readNumber } from '../../../shared/intake/read-number.ts'
import { readPeriod } from '../../../shared/intake/read-period.ts'
import { readPlan } from '../../../shared/intake/read-plan.ts'
import { readRegister } from '../../../shared/intake/read-register.ts'
import { readSettings } from '../../../shared/intake/read-settings.ts'
import { type CellValue, COLUMNS } from '../../../shared/model/tabs.ts'
import { cpuMillisecondsOf } from '../../support/cpu-time.ts'
import { enterprise } from '../../support/enterprise.ts'
import { MONTHLY, planOf } from './import/import-case.ts'
import { headersOf, judge, table } from './sheets.ts'

const LENGTH = 100_000
const long = (unit: string): string => unit.repeat(LENGTH / unit.length)
const ATTACKS = [
  '1',
  '1,',
  ' ',
  '1 ',
  ',',
  '一',
  '万',
  '(',
  '-',
  '１',
  '\u200b',
  '\u0301',
  'e',
  '1-',
  '年',
  '\ud83d\udc68\u200d',
  '1.',
  '=',
  '\r\n',
  '\ufdfa',
]

/** Collecting garbage of an earlier step may fall into a reading: the best of some tells what it takes. */
function millisecondsOf(step: () => void): number {
  const first = cpuMillisecondsOf(step)
  return first < 50 ? first : Math.min(first, ...Array.from({ length: 9 }, () => cpuMillisecondsOf(step)))
}

/** security.md S25: 100 kB in every pattern, in linear time. */
describe('100 kB cells are read in 50 ms', () => {
  test.each(ATTACKS.map((unit) => [JSON.stringify(unit), unit]))('%s', (_, unit) => {
    const cells = [long(unit), `1${long(unit)}x`, `${long(unit)}1`]
    for (const read of [
      (cell: string) => readNumber(cell, '万元'),
      (cell: string) => readPeriod(cell, '2025-04-05'),
      (cell: string) => readDay(cell, 'last'),
      readEmail,
      (cell: string) =>
        judge([{ period: cell, enterprise: cell, creditCode: cell, outputYtd: cell, explanation: cell }], {
          register: [enterprise(0, '甲厂')],
        }),
    ]) {
      for (const cell of cells) expect(millisecondsOf(() => read(cell))).toBeLessThan(50)
    }
  })
})

const FIRM = '甲厂'
const register = [enterprise(0, FIRM)]
const clusters = [{ key: 'casting', name: { zh: '铸造', en: 'Casting' }, leader: '' }]
const GOOD = {
  submissions: { period: '2025-03', enterprise: FIRM, outputYtd: 1 },
  enterprises: { name: FIRM },
  titles: { enterprise: FIRM, title: 'gazelle', grantedOn: '2024-01-01' },
  clusters: { key: 'casting', nameZh: '铸造' },
  targets: { key: 'output', nameZh: '产值', measure: 'output', scope: 'county', kind: 'track', unit: '万元' },
  milestones: { key: 'base', name: '基地', dueOn: '2026-12-31', state: 'done' },
  settings: { key: 'dueDay', value: 10 },
} as const

const planWith = (row: Record<string, CellValue>, filled: 'titles' | 'targets' | 'milestones') => {
  const rowsOf = (tab: typeof filled) => table(tab, tab === filled ? [row] : [])
  return readPlan({ titles: rowsOf('titles'), targets: rowsOf('targets'), milestones: rowsOf('milestones') }, clusters, register)
}

/** Reads a tab of one row. */
const READERS: Record<keyof typeof GOOD, (row: Record<string, CellValue>) => void> = {
  submissions: (row) => judge([row], { register }),
  enterprises: (row) => readRegister(table('enterprises', [row]), clusters),
  titles: (row) => planWith(row, 'titles'),
  clusters: (row) => readClusters(table('clusters', [row])),
  targets: (row) => planWith(row, 'targets'),
  milestones: (row) => planWith(row, 'milestones'),
  settings: (row) => readSettings(table('settings', [row])),
}

const IMPORTED = ['month', 'firm', 'output', 'code', 'cluster', 'added']
const IMPORT_MAP = 'period=month,enterprise=firm,outputMonth=output,creditCode=code,cluster=cluster,valueAddedYtd=added'

describe('100 kB in any column, header or imported cell is read in 50 ms', () => {
  test.each(ATTACKS.map((unit) => [JSON.stringify(unit), unit]))('%s', (_, unit) => {
    const slow: string[] = []
    const time = (what: string, step: () => void) => {
      const spent = millisecondsOf(step)
      if (spent >= 50) slow.push(`${what}: ${Math.round(spent)} ms`)
    }
    // In UTF-8: a cell can't hold more than 50,000 characters, and one of these unfolds to eighteen.
    const cut = long(unit).slice(0, Math.floor((LENGTH * unit.length) / Buffer.byteLength(unit)))
    for (const cell of [cut, `1${cut}x`]) {
      for (const [tab, read] of Object.entries(READERS) as [keyof typeof GOOD, (typeof READERS)['titles']][]) {
        for (const column of COLUMNS[tab]) time(`${tab} ${column}`, () => read({ ...GOOD[tab], [column]: cell }))
        time(`${tab} header`, () => findColumns(tab, { title: tab, rows: [[...headersOf(tab), cell], [cell]] }))
      }
      for (const [place, field] of IMPORTED.entries()) {
        const row = ['2025-02', FIRM, 1, null, null, null].with(place, cell)
        time(`import ${field}`, () => planOf(IMPORT_MAP, [row], { register, addEnterprises: true }, IMPORTED.slice(3)))
      }
      time('import header', () => planOf(MONTHLY, [], {}, [cell]))
    }
    expect(slow).toEqual([])
  })
})

test('a tab of 20,000 rows for one month, or of one name, is judged in a second', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ period: '2025-02', enterprise: '甲厂', outputYtd: index }))
  const names = rows.map(({ enterprise: name }) => ({ name }))
  let seen: number[] = []
  const spent = cpuMillisecondsOf(() => {
    const { counts } = judge(rows, { register: [enterprise(0, '甲厂')] })
    seen = [counts.rejected, readRegister(table('enterprises', names), []).problems.length]
  })
  expect(spent).toBeLessThan(1000)
  expect(seen).toEqual([20_000, 20_000])
})
