/** An amount in whole yuan: an exact integer. People type 10,000 yuan (万元). */
export type Yuan = number

/** The largest amount that stays exact when a county's rows are added up: 10^14 yuan. */
export const MAX_YUAN: Yuan = 1e14

/**
 * The number's shortest decimal text times 10 to the `power`, rounded half away from zero to an integer: exact where binary
 * multiplication is not (1.005 * 1000). `null` when the result isn't finite or reaches 2^53.
 */
export function scaleDecimal(value: number, power: number): number | null {
  const scaled = value * 10 ** power
  if (!Number.isFinite(scaled) || Math.abs(scaled) >= Number.MAX_SAFE_INTEGER) return null
  const nearest = Math.round(scaled)
  // Far from a half the binary product decides; close to it, the decimal text does.
  if (Math.abs(Math.abs(scaled - Math.trunc(scaled)) - 0.5) > 1e-3) return nearest === 0 ? 0 : nearest
  return scaleDecimalText(value, power)
}

function scaleDecimalText(value: number, power: number): number {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent) + power
  if (point < 0) return 0
  const padded = digits.padEnd(point + 1, '0')
  const integer = Number(padded.slice(0, point) || '0') + (Number(padded[point] ?? '0') >= 5 ? 1 : 0)
  return value < 0 && integer !== 0 ? -integer : integer
}

/** Whole yuan from 10,000 yuan, half up (measures.md, first paragraph); `null` beyond what is exact. */
export const yuanFromTenThousand = (tenThousandYuan: number): Yuan | null => scaleDecimal(tenThousandYuan, 4)

/** 10,000 yuan from whole yuan, for showing and typing; exact to the yuan. */
export const tenThousandFromYuan = (yuan: Yuan): number => Number(`${yuan}e-4`)

/** A quotient that is an amount, rounded half up once, at output (measures.md). */
export const roundYuan = (amount: number): Yuan => (Math.round(amount) === 0 ? 0 : Math.round(amount))
