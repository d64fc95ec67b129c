/** The cells of a block as Excel and Sheets put it on the clipboard: tabs between cells, quotes round cells with tabs, breaks or quotes. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let place = 0
  while (place <= text.length) {
    const { cell, end } = text[place] === '"' ? quoted(text, place) : plain(text, place)
    rows.at(-1)!.push(cell)
    if (end >= text.length) break
    const isBreak = text[end] !== '\t'
    place = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (!isBreak) continue
    // A block ends with a break, which begins no row.
    if (place >= text.length) break
    rows.push([])
  }
  return rows
}

function plain(text: string, start: number): { cell: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(start, end), end }
}

/** A quoted cell; one whose quote isn't closed before a tab, break or the end was meant as it stands. */
function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = ''
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] !== '"') cell += text[place]
    else if (text[place + 1] === '"') {
      cell += '"'
      place++
    } else {
      const after = text[place + 1]
      return after === undefined || after === '\t' || after === '\n' || after === '\r'
        ? { cell, end: place + 1 }
        : plain(text, start)
    }
  }
  return plain(text, start)
}

export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n')
