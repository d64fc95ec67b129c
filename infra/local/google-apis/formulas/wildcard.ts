/** A wildcard pattern read: letters in lower case, `?` any one letter, `*` any number of them. */
type Part = { readonly kind: 'letter'; readonly letter: string } | { readonly kind: 'one' } | { readonly kind: 'any' }

/**
 * Test for texts that a pattern with `*` and `?` stands for, without regard to case; undefined when none of them stands
 * unescaped, so that the text can be looked up as it is. `~` takes their meaning from them. Time grows with the
 * product of both lengths at most, whatever the pattern.
 */
export function wildcardMatcher(pattern: string): ((text: string) => boolean) | undefined {
  if (!hasWildcard(pattern)) return undefined
  const parts = readParts(pattern)
  const prefix = literalPrefix(parts)
  return (text) => {
    const lower = text.toLowerCase()
    return lower.startsWith(prefix) && matches(parts, lower)
  }
}

/** Index from which the pattern fits the text's continuation, -1 when there is none; undefined without wildcards. */
export function wildcardSearch(pattern: string, text: string, start: number): number | undefined {
  const matcher = wildcardMatcher(`${pattern}*`)
  if (!hasWildcard(pattern) || !matcher) return undefined
  for (let index = start; index < text.length; index++) if (matcher(text.slice(index))) return index
  return -1
}

function hasWildcard(pattern: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return false
  return pattern.replace(/~[~*?]/g, '').search(/[*?]/) >= 0
}

/** The text that a pattern without wildcards stands for. */
export function withoutEscapes(text: string): string {
  return text.includes('~') ? text.replace(/~([~*?])/g, '$1') : text
}

function readParts(pattern: string): Part[] {
  const parts: Part[] = []
  for (const [written] of pattern.toLowerCase().matchAll(/~[~*?]|./gsu)) {
    if (written === '*') parts.push({ kind: 'any' })
    else if (written === '?') parts.push({ kind: 'one' })
    else
      for (const letter of written.length === 2 && written.startsWith('~') ? written.slice(1) : written)
        parts.push({ kind: 'letter', letter })
  }
  return parts
}

/** Letters before the first wildcard: they rule out most texts at little cost. */
function literalPrefix(parts: readonly Part[]): string {
  const letters: string[] = []
  for (const part of parts) {
    if (part.kind !== 'letter') break
    letters.push(part.letter)
  }
  return letters.join('')
}

/** Goes back to the last `*` only: an earlier one never needs to take more than it did. */
function matches(parts: readonly Part[], text: string): boolean {
  const letters = [...text]
  let part = 0
  let index = 0
  let star = -1
  let resume = 0
  while (index < letters.length) {
    const wanted = parts[part]
    if (wanted?.kind === 'any') {
      star = part++
      resume = index
    } else if (wanted && (wanted.kind === 'one' || wanted.letter === letters[index])) {
      part++
      index++
    } else if (star >= 0) {
      part = star + 1
      index = ++resume
    } else return false
  }
  return parts.slice(part).every(({ kind }) => kind === 'any')
}
