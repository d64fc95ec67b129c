import type { stream } from 'exceljs'

type WorkbookWriter = InstanceType<typeof stream.xlsx.WorkbookWriter>
type StreamedSheet = ReturnType<WorkbookWriter['addWorksheet']>

/** A picture and where it lies: the cell under its corner (from 0), how far into it, and its size, in pixels. */
export interface PlacedPicture {
  png: Uint8Array
  row: number
  column: number
  offsetXPx: number
  offsetYPx: number
  widthPx: number
  heightPx: number
  alternative: string
}

/** What of exceljs 4.4 (pinned; unmaintained) is used although it isn't public: its writer that streams knows no pictures. */
interface Inside {
  id: number
  stream: { write(text: string): void }
  _sheetRelsWriter: {
    addRelationship(relationship: { Type: string; Target: string }): string
    addHyperlink(link: { address: string; target: string }): void
    _hyperlinks: { address: string; target: string }[]
  }
  _writeHyperlinks(): void
  _writeSheetProtection(): void
  _writeLegacyData(): void
  _writeCloseWorksheet(): void
}
interface WriterInside {
  zip: { append(content: unknown, entry: { name: string }): unknown }
  media: { name: string }[]
}
const insideOf = (sheet: StreamedSheet): Inside => sheet as unknown as Inside
const insideOfWriter = (writer: WorkbookWriter): WriterInside => writer as unknown as WriterInside

/**
 * exceljs writes the links of a streamed sheet before its conditional formats and drop-downs, an order for which Excel calls the file
 * damaged (ECMA-376, CT_Worksheet): this puts them behind.
 */
export function orderLinks(sheet: StreamedSheet): void {
  const inside = insideOf(sheet)
  const writeLinks = inside._writeHyperlinks.bind(sheet)
  inside._writeHyperlinks = () => {}
  inside._writeSheetProtection = writeLinks
}

/** Makes the cell lead to a place in the file (`'Sheet'!B3`). */
export const linkWithin = (sheet: StreamedSheet, address: string, target: string): void =>
  void insideOf(sheet)._sheetRelsWriter._hyperlinks.push({ address, target })

/** Makes the cell lead to an address. */
export const linkOutside = (sheet: StreamedSheet, address: string, target: string): void =>
  insideOf(sheet)._sheetRelsWriter.addHyperlink({ address, target })

/** A bar over the cell's own value, from 0 to `most`; the value itself is not shown. */
export interface PlacedBar {
  cell: string
  most: number
  /** `2B5C9E` */
  colour: string
}

/**
 * Bars in cells, from end to end and in one colour: without the part that exceljs leaves out when it streams (x14:dataBar), 0 has
 * a tenth of the width, 1 nine tenths, and bars fade out so that nobody sees where they end.
 */
export function addBars(sheet: StreamedSheet, bars: readonly PlacedBar[]): void {
  if (bars.length === 0) return
  const inside = insideOf(sheet)
  const idOf = (index: number) =>
    `{${inside.id.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}}`
  for (const [index, { cell, most, colour }] of bars.entries()) {
    const ends = [0, most].map((value) => ({ type: 'num', value }))
    // `gradient` only keeps exceljs from making up an id of its own.
    const rule = { type: 'dataBar', priority: 1, gradient: true, x14Id: idOf(index), cfvo: ends, color: { argb: `FF${colour}` } }
    sheet.addConditionalFormatting({ ref: cell, rules: [rule as never] })
  }
  const close = inside._writeCloseWorksheet.bind(sheet)
  inside._writeCloseWorksheet = () => {
    inside.stream.write(barsXml(bars, idOf))
    close()
  }
}

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
const XM = 'http://schemas.microsoft.com/office/excel/2006/main'

function barsXml(bars: readonly PlacedBar[], idOf: (index: number) => string): string {
  const rules = bars.map(({ cell, most }, index) => {
    const ends = [0, most].map((value) => `<x14:cfvo type="num"><xm:f>${value}</xm:f></x14:cfvo>`).join('')
    const bar = `<x14:dataBar minLength="0" maxLength="100" showValue="0" gradient="0">${ends}</x14:dataBar>`
    const rule = `<x14:cfRule type="dataBar" id="${idOf(index)}">${bar}</x14:cfRule>`
    return `<x14:conditionalFormatting xmlns:xm="${XM}">${rule}<xm:sqref>${cell}</xm:sqref></x14:conditionalFormatting>`
  })
  return (
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}">` +
    `<x14:conditionalFormattings>${rules.join('')}</x14:conditionalFormattings></ext></extLst>`
  )
}

/** Gives each streamed sheet its pictures; to be called before sheets are committed, once a file. */
export function pictureWriter(writer: WorkbookWriter): (sheet: StreamedSheet, pictures: readonly PlacedPicture[]) => void {
  const { zip, media } = insideOfWriter(writer)
  const append = zip.append.bind(zip)
  const drawings: number[] = []
  // The list of the file's parts is made by exceljs, which knows nothing of the drawings.
  zip.append = (content, entry) =>
    append(entry.name === '[Content_Types].xml' ? withDrawings(content as string, drawings) : content, entry)
  return (sheet, pictures) => {
    if (pictures.length === 0) return
    const inside = insideOf(sheet)
    const images = pictures.map(
      ({ png }) => media[writer.addImage({ buffer: Buffer.from(png) as never, extension: 'png' })]!.name,
    )
    drawings.push(inside.id)
    append(drawingXml(pictures), { name: `xl/drawings/drawing${inside.id}.xml` })
    append(relationships(images), { name: `xl/drawings/_rels/drawing${inside.id}.xml.rels` })
    const target = `../drawings/drawing${inside.id}.xml`
    const id = inside._sheetRelsWriter.addRelationship({ Type: `${RELATION}/drawing`, Target: target })
    const writeComments = inside._writeLegacyData.bind(sheet)
    inside._writeLegacyData = () => {
      inside.stream.write(`<drawing r:id="${id}"/>`)
      writeComments()
    }
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const EMU_A_PIXEL = 9_525

const withDrawings = (types: string, drawings: readonly number[]): string =>
  types.replace(
    '</Types>',
    `${drawings.map((id) => `<Override PartName="/xl/drawings/drawing${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`).join('')}</Types>`,
  )

const relationships = (images: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${images
    .map((name, index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/image" Target="../media/${name}"/>`)
    .join('')}</Relationships>`

const drawingXml = (pictures: readonly PlacedPicture[]): string =>
  `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${pictures.map(anchor).join('')}</xdr:wsDr>`

function anchor(picture: PlacedPicture, index: number): string {
  const emu = (pixels: number) => Math.round(pixels * EMU_A_PIXEL)
  const [width, height] = [emu(picture.widthPx), emu(picture.heightPx)]
  const from = `<xdr:col>${picture.column}</xdr:col><xdr:colOff>${emu(picture.offsetXPx)}</xdr:colOff><xdr:row>${picture.row}</xdr:row><xdr:rowOff>${emu(picture.offsetYPx)}</xdr:rowOff>`
  const name = `<xdr:cNvPr id="${index + 1}" name="Chart ${index + 1}" descr="${escaped(picture.alternative)}"/>`
  return (
    `<xdr:oneCellAnchor><xdr:from>${from}</xdr:from><xdr:ext cx="${width}" cy="${height}"/>` +
    `<xdr:pic><xdr:nvPicPr>${name}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip xmlns:r="${RELATION}" r:embed="rId${index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
  )
}

/** Text as an attribute of XML. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
