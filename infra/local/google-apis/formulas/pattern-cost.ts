const MOST_STEPS = 1e9
const LONGEST_SUBJECT = 10_000
const LONGEST_FOR_NESTED = 20

/**
 * Longest text on which the regular expression is run. Google's engine takes linear time, the one here may backtrack:
 * each repetition multiplies the steps, and repetitions inside of repeated groups make them grow exponentially.
 */
export function longestSubject(source: string): number {
  const { repetitions, nested } = repetitionsIn(source)
  if (nested) return LONGEST_FOR_NESTED
  return Math.min(LONGEST_SUBJECT, Math.floor(MOST_STEPS ** (1 / (repetitions + 1))))
}

function repetitionsIn(source: string): { repetitions: number; nested: boolean } {
  const bare = source.replace(/\\./gs, 'x').replace(/\[(?:\^?\]?)[^\]]*\]/g, 'x')
  const groups = [{ branches: false }]
  let repetitions = 0
  let nested = false
  for (let index = 0; index < bare.length; index++) {
    const group = groups.at(-1)!
    const repeats = /[*+{]/.test(bare.charAt(index + 1))
    if (bare[index] === '(') groups.push({ branches: false })
    else if (bare[index] === '|') group.branches = true
    else if (/[*+{]/.test(bare.charAt(index))) {
      repetitions++
      group.branches = true
    } else if (bare[index] === ')' && groups.length > 1) {
      groups.pop()
      if (group.branches && repeats) nested = true
      if (group.branches) groups.at(-1)!.branches = true
    }
  }
  return { repetitions, nested }
}
