import { describe, expect, it } from 'vitest'
import { Grid } from '../../../../infra/local/google-apis/grid.ts'
import { shiftSpan } from '../../../../infra/local/google-apis/shift.ts'
import { seededRandom } from '../../../../shared/model/seeded-random.ts'

type Model = (number | undefined)[][]

const blank = (rows: number, columns: number): Model =>
  Array.from({ length: rows }, () => new Array<undefined>(columns).fill(undefined))
const seen = (grid: Grid): Model =>
  blank(grid.rowCount, grid.columnCount).map((line, row) => line.map((_, column) => grid.get(row, column) as number))

/** One random change of the grid, and the same in plain lists. */
function change(grid: Grid, model: Model, random: () => number): Model {
  const pick = (count: number) => Math.floor(random() * count)
  const rows = model.length
  const columns = model[0]!.length
  const at = pick(rows)
  const count = 1 + pick(2)
  switch (pick(7)) {
    case 0:
      grid.insert('ROWS', at, count)
      return model.toSpliced(at, 0, ...blank(count, columns))
    case 1:
      if (rows < 4) return model
      grid.delete('ROWS', Math.min(at, rows - count), count)
      return model.toSpliced(Math.min(at, rows - count), count)
    case 2: {
      const column = pick(columns)
      grid.insert('COLUMNS', column, 1)
      return model.map((line) => line.toSpliced(column, 0, undefined))
    }
    case 3: {
      const to = pick(rows + 1)
      const end = Math.min(rows, at + count)
      if (to > at && to < end) return model
      grid.move('ROWS', at, end, to)
      const rest = model.toSpliced(at, end - at)
      return rest.toSpliced(to > at ? to - (end - at) : to, 0, ...model.slice(at, end))
    }
    case 4: {
      const column = pick(columns)
      const to = pick(columns + 1)
      grid.move('COLUMNS', column, column + 1, to)
      return model.map((line) => line.toSpliced(column, 1).toSpliced(to > column ? to - 1 : to, 0, line[column]))
    }
    default: {
      const column = pick(columns)
      const value = pick(1000)
      grid.set(at, column, value)
      return model.map((line, row) => (row === at ? line.with(column, value) : line))
    }
  }
}

describe('Grid', () => {
  it('does what plain lists do, and comes back from any state that was kept', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seededRandom(seed)
      const grid = new Grid({ rowCount: 6, columnCount: 4 })
      let model = blank(6, 4)
      const kept: { state: ReturnType<Grid['freeze']>; fork: Grid; model: Model }[] = []
      for (let step = 0; step < 40; step++) {
        if (step % 8 === 0) kept.push({ state: grid.freeze(), fork: grid.fork(), model })
        model = change(grid, model, random)
        expect(seen(grid)).toEqual(model)
      }
      for (const { state, fork, model: before } of kept.reverse()) {
        grid.restore(state)
        expect(seen(grid)).toEqual(before)
        expect(seen(fork)).toEqual(before)
        change(grid, before, random)
      }
    }
  })
})

describe('shiftSpan', () => {
  const insert = { sheetId: 0, dimension: 'ROWS', kind: 'insert' } as const
  it.each([
    ['insert before', { ...insert, start: 0, end: 2 }, { start: 4, end: 8 }],
    ['insert at its start', { ...insert, start: 2, end: 3 }, { start: 3, end: 7 }],
    ['insert inside', { ...insert, start: 4, end: 5 }, { start: 2, end: 7 }],
    ['insert at its end', { ...insert, start: 6, end: 7 }, { start: 2, end: 6 }],
    ['delete before', { ...insert, kind: 'delete', start: 0, end: 1 }, { start: 1, end: 5 }],
    ['delete over its start', { ...insert, kind: 'delete', start: 1, end: 3 }, { start: 1, end: 4 }],
    ['delete all of it', { ...insert, kind: 'delete', start: 1, end: 9 }, undefined],
    ['move all of it down', { ...insert, kind: 'move', start: 2, end: 6, to: 9 }, { start: 5, end: 9 }],
    ['move a row inside of it up', { ...insert, kind: 'move', start: 4, end: 5, to: 2 }, { start: 2, end: 6 }],
    ['move its first row out', { ...insert, kind: 'move', start: 2, end: 3, to: 9 }, { start: 2, end: 5 }],
    ['move a row into it', { ...insert, kind: 'move', start: 8, end: 9, to: 4 }, { start: 2, end: 7 }],
    ['move a row past it', { ...insert, kind: 'move', start: 0, end: 1, to: 9 }, { start: 1, end: 5 }],
  ] as const)('%s', (_, edit, expected) => {
    expect(shiftSpan({ start: 2, end: 6 }, edit)).toEqual(expected)
  })
})
