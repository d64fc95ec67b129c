/** Name of the hidden sheet for lists that are too long for a rule of a cell. */
export const LISTS_SHEET = '_lists'

/** Longest name of a sheet in a spreadsheet program's file. */
const LONGEST = 31

/**
 * The name of each sheet in the file, by its id: without the signs that a file forbids or the writer trips over (!), cut to length,
 * no two alike; Excel keeps “History” for itself.
 */
export function sheetNames(sheets: readonly { sheetId: number; title: string }[]): Map<number, string> {
  const names = new Map<number, string>()
  const taken = new Set<string>([LISTS_SHEET])
  for (const { sheetId, title } of sheets) {
    const allowed = title
      .replace(/[*?:!\\/[\]\p{Cc}]/gu, '_')
      .replace(/^'|'$/g, '_')
      .replace(/^history$/i, '$&_')
    let name = cut(allowed, LONGEST)
    for (let n = 2; name === '' || taken.has(name.toLowerCase()); n++) name = `${cut(allowed, LONGEST - 3)}~${n}`
    taken.add(name.toLowerCase())
    names.set(sheetId, name)
  }
  return names
}

/** Not through the middle of a surrogate pair. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/, '')
