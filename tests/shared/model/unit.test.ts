import { describe, expect, test } from 'vitest'
import { fromBase, toBase, type Unit } from '../../../shared/model/unit.ts'

describe('unit', () => {
  test.each<[number, Unit, number]>([
    [500, '亿元', 50_000_000_000],
    [50, 'billion yuan', 50_000_000_000],
    [0.1, '万元', 1000],
    [1.1, '亿元', 110_000_000],
    [7, '元', 7],
    [20, '%', 0.2],
    [12.3, '%', 0.123],
    [171, '家', 171],
    [1e-7, '亿元', 10],
  ])('%d %s is %d, and back', (figure, unit, base) => {
    expect(toBase(figure, unit)).toBe(base)
    expect(fromBase(base, unit)).toBe(figure)
  })
})
