import * as z from 'zod'

/** What the figures of a target row are typed in. */
export const Unit = z.enum(['元', '万元', '亿元', 'billion yuan', '%', '家'])
export type Unit = z.infer<typeof Unit>

/** Power of ten from the unit to the base: whole yuan, fraction, count. */
const POWER: Record<Unit, number> = { 元: 0, 万元: 4, 亿元: 8, 'billion yuan': 9, '%': -2, 家: 0 }

/** The figure in the base of its unit (yuan, fraction, count), by its decimal text, so that 0.1 + 0.2 questions don't arise. */
export const toBase = (figure: number, unit: Unit): number => shift(figure, POWER[unit])

/** The base figure in its unit, for showing. */
export const fromBase = (base: number, unit: Unit): number => shift(base, -POWER[unit])

function shift(value: number, power: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + power}`)
}
