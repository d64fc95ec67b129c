/** Ids of the name table that name the font: family, full name, PostScript name, typographic family (OpenType, "name"). */
const OWN_NAMES = new Set([1, 3, 4, 6, 16])

/**
 * The TrueType font under another name; copyright and licence stay in it. The licence forbids a changed font to bear a reserved name
 * (OFL 1.1, 3).
 */
export function renameFont(font: Uint8Array, family: string): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + index * 16
    return { at, tag: view.getUint32(at), offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }
  })
  const names = tables.find(({ tag }) => tag === NAME_TAG)
  if (!names) throw new Error('The font has no table of names.')
  const table = renamed(new DataView(font.buffer, font.byteOffset + names.offset, names.length), family)
  const start = (font.byteLength + 3) & ~3
  const out = new Uint8Array((start + table.byteLength + 3) & ~3)
  out.set(font)
  out.set(table, start)
  const written = new DataView(out.buffer)
  written.setUint32(names.at + 4, checksum(out, start, table.byteLength))
  written.setUint32(names.at + 8, start)
  written.setUint32(names.at + 12, table.byteLength)
  return out
}

const NAME_TAG = 0x6e616d65

function renamed(view: DataView, family: string): Uint8Array {
  const storage = view.getUint16(4)
  const records = Array.from({ length: view.getUint16(2) }, (_, index) => {
    const at = 6 + index * 12
    const platform = view.getUint16(at)
    const id = view.getUint16(at + 6)
    const from = view.byteOffset + storage + view.getUint16(at + 10)
    const old = new Uint8Array(view.buffer.slice(from, from + view.getUint16(at + 8)))
    const text = id === 6 ? family.replaceAll(' ', '') : family
    const bytes = OWN_NAMES.has(id) ? encoded(text, platform) : old
    return { key: [0, 2, 4].map((part) => view.getUint16(at + part)), id, bytes }
  })
  const head = 6 + records.length * 12
  const out = new Uint8Array(head + records.reduce((sum, { bytes }) => sum + bytes.length, 0))
  const table = new DataView(out.buffer)
  table.setUint16(2, records.length)
  table.setUint16(4, head)
  let used = 0
  records.forEach(({ key, id, bytes }, index) => {
    const fields = [...key, id, bytes.length, used]
    for (const [part, field] of fields.entries()) table.setUint16(6 + index * 12 + part * 2, field)
    out.set(bytes, head + used)
    used += bytes.length
  })
  return out
}

/** Macintosh names (platform 1) are bytes, all others UTF-16. */
const encoded = (text: string, platform: number): Uint8Array =>
  platform === 1 ? Buffer.from(text, 'latin1') : new Uint8Array(Buffer.from(text, 'utf16le').swap16())

function checksum(bytes: Uint8Array, start: number, length: number): number {
  let sum = 0
  for (let at = 0; at < length; at++) sum = (sum + (bytes[start + at]! << (24 - (at % 4) * 8))) >>> 0
  return sum
}
