/** A mask that can't be read. */
export class MaskSyntaxError extends Error {
  override readonly name = 'MaskSyntaxError'
}

/** Steps of a mask as they are written; an empty tree keeps everything below. */
export type MaskTree = Map<string, MaskTree>

/** Reads `a.b,c(d,e/f)` into a tree of its steps. */
export function readMaskTree(text: string): MaskTree {
  const root: MaskTree = new Map()
  const end = readList(text, 0, root)
  if (end < text.length) throw new MaskSyntaxError(text)
  return root
}

/** Reads paths up to a `)` or the end into `target`; gives the index where it stopped. */
function readList(text: string, start: number, target: MaskTree): number {
  let index = start
  while (true) {
    index = readPath(text, index, target)
    if (text[index] !== ',') return index
    index++
  }
}

function readPath(text: string, start: number, target: MaskTree): number {
  let node = target
  let index = start
  while (true) {
    const step = /[^.,/()]+/y
    step.lastIndex = index
    const name = step.exec(text)?.[0]
    if (name === undefined) throw new MaskSyntaxError(text)
    const isNew = !node.has(name)
    const below: MaskTree = node.get(name) ?? new Map()
    node.set(name, below)
    index += name.length
    const mark = text[index]
    if (mark !== '.' && mark !== '/' && mark !== '(') {
      below.clear()
      return index
    }
    const whole = !isNew && below.size === 0
    node = whole ? new Map() : below
    index++
    if (mark === '(') {
      index = readList(text, index, node)
      if (text[index] !== ')') throw new MaskSyntaxError(text)
      return index + 1
    }
  }
}
