/**
 * What filling on gives: months (`2025-03`) and evenly stepping numbers count on, everything else repeats. `step` is 1 downwards or to the
 * right, -1 upwards or to the left.
 */
export function fillSeries(source: readonly string[], count: number, step: 1 | -1): string[] {
  const ordered = step === 1 ? source : source.toReversed()
  const next = monthsOn(ordered, step) ?? numbersOn(ordered) ?? ((place: number) => ordered[place % ordered.length] ?? '')
  return Array.from({ length: count }, (_, place) => next(place))
}

function monthsOn(source: readonly string[], step: 1 | -1): ((place: number) => string) | null {
  const months = source.map((text) => {
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
    return year === undefined ? null : Number(year) * 12 + Number(month) - 1
  })
  const last = months.at(-1)
  if (last === undefined || months.includes(null)) return null
  const stride = evenStep(months as number[]) ?? step
  return (place) => {
    const month = last! + stride * (place + 1)
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  }
}

function numbersOn(source: readonly string[]): ((place: number) => string) | null {
  if (source.length < 2 || source.some((text) => !/^-?\d+(\.\d+)?$/.test(text))) return null
  const numbers = source.map(Number)
  const stride = evenStep(numbers)
  if (stride === null) return null
  return (place) => String(Number((numbers.at(-1)! + stride * (place + 1)).toPrecision(12)))
}

/** The difference that all neighbours have in common, or null. */
function evenStep(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null
  const stride = numbers[1]! - numbers[0]!
  return numbers.every((number, index) => index === 0 || Math.abs(number - numbers[index - 1]! - stride) < 1e-9) ? stride : null
}
