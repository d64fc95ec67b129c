import { describe, expect, test } from 'vitest'
import { NO_MEMORY, rowKey } from '../../../shared/model/row-key.ts'
import type { CellValue } from '../../../shared/model/tabs.ts'
import type { JudgedRow, RowMemory, Verdict } from '../../../shared/model/verdict.ts'
import { enterprise } from '../../support/enterprise.ts'
import { judge, type RowCells, typedRow } from './sheets.ts'

const register = [enterprise(0, '甲厂')]
const february: RowCells = { period: '2025-02', enterprise: '甲厂', outputYtd: 200 }

/** Runs one after the other on the row for March, each with what the run before remembered. */
function runs(steps: readonly [today: string, outputYtd: CellValue, explanation: CellValue][]): JudgedRow[] {
  let memory = new Map<string, RowMemory>()
  return steps.map(([today, outputYtd, explanation]) => {
    const { rows } = judge([february, { ...february, period: '2025-03', outputYtd, explanation: explanation ?? null }], {
      register,
      today,
      memory,
    })
    memory = new Map(rows.map((row) => [rowKey(row.typed), row.memory]))
    return rows[1]!
  })
}
const verdicts = (...steps: Parameters<typeof runs>[0]): Verdict[] => runs(steps).map(({ verdict }) => verdict)

describe('explanations', () => {
  test('an explanation lifts a hold for the value that it explained', () => {
    expect(verdicts(['2025-04-02', 150, null], ['2025-04-02', 150, '停产'], ['2025-04-03', 150, '停产'])).toEqual([
      'held',
      'noted',
      'noted',
    ])
  })
  test('when the value changes the hold comes back until the explanation is changed too', () => {
    expect(
      verdicts(
        ['2025-04-02', 150, '停产'],
        ['2025-04-03', 140, '停产'],
        ['2025-04-03', 140, '停产'],
        ['2025-04-04', 140, '停产，再次核减'],
      ),
    ).toEqual(['noted', 'held', 'held', 'noted'])
  })
  test('back at the value explained, the old words serve again', () => {
    expect(verdicts(['2025-04-02', 150, '停产'], ['2025-04-03', 140, '停产'], ['2025-04-04', 150, '停产'])).toEqual([
      'noted',
      'held',
      'noted',
    ])
  })
  test('words left over from a row that needed none explain nothing later', () => {
    expect(verdicts(['2025-04-02', 250, '正常'], ['2025-04-03', 150, '正常'])).toEqual(['accepted', 'held'])
  })
  test('spaces and width do not make other words', () => {
    expect(verdicts(['2025-04-02', 150, '停产 A'], ['2025-04-03', 140, ' 停产　Ａ\u200b'])).toEqual(['noted', 'held'])
  })
  test('a placeholder explains nothing', () => expect(verdicts(['2025-04-02', 150, '无'])).toEqual(['held']))
  test('an ambiguous number can only be corrected', () => expect(verdicts(['2025-04-02', '1.234,5', '确认'])).toEqual(['held']))
  test('a rejected row stays rejected', () => expect(verdicts(['2025-04-02', -1, '确认'])).toEqual(['rejected']))

  test('what is remembered', () => {
    const [held, noted] = runs([
      ['2025-04-02', 150, null],
      ['2025-04-02', 150, '停产'],
    ])
    expect(held!.memory).toEqual(NO_MEMORY)
    expect(noted!.memory).toEqual({ explainedFigures: '150.0000|||', explainedWords: '停产', onTimeFigures: '150.0000|||' })
  })
})

describe('late changes', () => {
  test('a figure accepted on time and changed later is held, explained, and stays a note', () => {
    const rows = runs([
      ['2025-04-10', 300, null],
      ['2025-04-11', 301, null],
      ['2025-04-12', 301, '更正'],
      ['2025-04-13', 301, '更正'],
      ['2025-04-14', 300, '更正'],
    ])
    expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'held', 'noted', 'noted', 'accepted'])
    expect(rows.map(({ memory }) => memory.onTimeFigures)).toEqual(Array(5).fill('300.0000|||'))
  })
  test('a late first row, and changing it, is not a late change', () => {
    expect(verdicts(['2025-04-11', 300, null], ['2025-04-12', 301, null])).toEqual(['accepted', 'accepted'])
  })
  test('up to the due day figures may change freely', () => {
    expect(verdicts(['2025-04-09', 300, null], ['2025-04-10', 301, null], ['2025-04-11', 301, null])).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
  })
})

test('two rows with one key remember the same, whichever comes first', () => {
  const wrong: RowCells = { ...february, outputYtd: '约200' }
  for (const rows of [
    [february, wrong],
    [wrong, february],
  ]) {
    const judged = judge(rows, { register, today: '2025-03-05' }).rows
    expect(rowKey(judged[0]!.typed)).toBe(rowKey(typedRow(february)))
    expect(judged.map(({ memory }) => memory.onTimeFigures)).toEqual(['200.0000|||', '200.0000|||'])
  }
})
