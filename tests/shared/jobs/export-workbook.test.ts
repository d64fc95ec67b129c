import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFile } from '../../../functions/cli/export-file.ts'
import type { ExportDocument } from '../../../shared/jobs/export-workbook.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../../support/county.ts'
import { decorate, LONG_LIST } from '../../support/export-county.ts'
import { partOfZip } from '../../support/unzip.ts'

const folder = mkdtempSync(join(tmpdir(), 'tallysheet-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HOSTILE = '=HYPERLINK("http://example.test")'

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  const { workbook: words, rules, template } = textsFor(language)
  const file = join(folder, `${language}.xlsx`)
  let county: County
  let document: ExportDocument
  const book = new exceljs.Workbook()
  const tab = (name: string) => book.getWorksheet(name)!
  const looks = () => tab("Looks _ of 'cells_")

  beforeAll(async () => {
    county = await startCounty({
      language,
      submissions: [
        ['2025-02', '甲铸造有限公司', null, 10, null, null, null, HOSTILE],
        ['2025-03', '甲铸造有限公司', null, 'abc', null, null, null, null],
      ],
    })
    await county.recalculate()
    await decorate(county)
    document = await exportFile(file, { googleUrl: county.apis.url, spreadsheetId: county.spreadsheetId }, false)
    await book.xlsx.readFile(file)
  }, 60_000)
  afterAll(() => county.close())

  test('every tab but the fence, in order, hidden where hidden, in its colour', async () => {
    const { sheets } = await county.open().structure()
    const shown = book.worksheets.filter(({ name }) => name !== '_lists')
    expect(shown.map(({ state }) => state === 'hidden')).toEqual(sheets.map(({ hidden }) => hidden))
    expect(shown.slice(0, 14).map(({ name }) => name)).toEqual(
      Object.values(sheets.slice(0, 14)).map(({ title }) => (title === 'History' ? 'History_' : title)),
    )
    expect(tab(words.tab.submissions).properties.tabColor).toMatchObject({ argb: 'FF2E7D5B' })
    expect(tab(words.tab.problems).properties.tabColor).toMatchObject({ argb: 'FF2B5C9E' })
    expect(tab('_lists').state).toBe('veryHidden')
    expect(document).toMatchObject({ sheets: sheets.length, pictures: 6, requests: { write: 0 } })
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  test('what a clerk sees beside the rows: verdicts of the array formula as values, colours by verdict, drop-down by range', () => {
    const sheet = tab(words.tab.submissions)
    expect(sheet.getCell('D2').value).toBe(10)
    expect(sheet.getCell('D2').numFmt).toBe('#,##0.00##')
    expect(sheet.getCell('H2').value).toBe(HOSTILE)
    expect(sheet.getCell('I3').value).toBe(words.verdict.rejected)
    expect(sheet.getCell('A1').font.bold).toBe(true)
    expect(sheet.getCell('A1').fill).toMatchObject({ type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF5' } })
    expect(sheet.getCell('A1').note).toBeTruthy()
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.getColumn(2).width).toBeCloseTo((240 - 5) / 7)
    const choice = sheet.getCell('B2').dataValidation
    expect(choice).toMatchObject({ type: 'list', prompt: template.choose.enterprise })
    expect(choice.formulae[0]).toMatch(new RegExp(`^'${words.tab.enterprises}'!\\$A\\$2:\\$A\\$\\d+$`))
    const [rejected] = rulesOf(sheet)
    expect(rejected).toMatchObject({
      type: 'expression',
      formulae: [`$I2="${words.verdict.rejected}"`],
      style: { font: { bold: true }, fill: { bgColor: { argb: 'FFF2B48C' } } },
    })
  })

  test('Problems can be filtered, and its places lead to their cells', () => {
    const sheet = tab(words.tab.problems)
    const [severity, where] = ['A2', 'B2'].map((cell) => sheet.getCell(cell))
    expect(severity!.value).toBe(rules.severity.rejected)
    expect(sheet.autoFilter).toMatch(/^A1:[A-Z]+\d+$/)
    expect(where!.font).toMatchObject({ underline: true })
    expect(sheetXml(words.tab.problems)).toContain(`ref="B2" location="&apos;${words.tab.submissions}&apos;!D3"`)
  })

  test('numbers, days, texts, truth, errors and results keep their kind', () => {
    const sheet = looks()
    const value = (cell: string) => sheet.getCell(cell).value
    expect(value('A2')).toBe('=1+1')
    expect(value('A3')).toBe('+cmd|calc')
    expect(value('B2')).toEqual(new Date(Date.UTC(2025, 0, 1)))
    expect(sheet.getCell('B2').numFmt).toBe('yyyy-mm-dd')
    expect(value('C2')).toEqual(new Date(Date.UTC(2025, 0, 1, 18)))
    expect(sheet.getCell('C2').numFmt).toBe('yyyy"年"m"月"d"日" h:mm AM/PM')
    expect(value('D2')).toBe(0.4267)
    expect(sheet.getCell('D2').numFmt).toBe('0.0%')
    expect(value('B3')).toBe(1234.5)
    expect(value('C3')).toBe(true)
    expect(value('D3')).toBe(2469)
    expect(value('C4')).toEqual({ error: '#DIV/0!' })
  })

  test('fonts, colours, borders, alignment, merged cells, widths, heights and notes', () => {
    const sheet = looks()
    const title = sheet.getCell('A1')
    expect(title.font).toMatchObject({ bold: true, size: 16, color: { argb: 'FF2B5C9E' } })
    expect(title.alignment).toMatchObject({ horizontal: 'center', vertical: 'middle' })
    expect(sheet.getCell('D1').master.address).toBe('A1')
    expect(sheet.getRow(1).height).toBe(36)
    expect(sheet.getColumn(2).width).toBeCloseTo(25)
    expect(sheet.getColumn(7).hidden).toBe(true)
    expect(sheet.getCell('B3').border.top).toEqual({ style: 'medium', color: { argb: 'FF2B5C9E' } })
    expect(sheet.getCell('B3').alignment).toMatchObject({ wrapText: true, horizontal: 'right' })
    expect(noteText(sheet.getCell('A3').note)).toBe('A note\nof two lines <b>')
  })

  test('a bar in a cell is a bar of the file over the value it stood for, and shows nothing else', () => {
    const sheet = looks()
    expect(sheet.getCell('B4').value).toBe(0.4267)
    expect(sheet.getCell('B4').numFmt).toBe(';;;')
    const bar = rulesOf(sheet).find(({ type }) => type === 'dataBar')
    expect(bar).toMatchObject({
      cfvo: [
        { type: 'num', value: 0 },
        { type: 'num', value: 1 },
      ],
      color: { argb: 'FF2E7D5B' },
    })
    expect(sheetXml(looks().name)).toContain('<x14:dataBar minLength="0" maxLength="100" showValue="0" gradient="0">')
  })

  test('a list too long for a rule stands in a hidden sheet; a condition on a text becomes a formula', () => {
    const { formulae, showErrorMessage } = looks().getCell('D5').dataValidation as exceljs.DataValidation
    const column = /^'_lists'!\$([A-Z])\$1:\$\1\$40$/.exec(formulae[0]!)?.[1]
    expect(column).toBeDefined()
    expect(showErrorMessage).toBe(true)
    expect(tab('_lists').getColumn(column!).values.slice(1)).toEqual(LONG_LIST)
    expect(rulesOf(looks()).find(({ type }) => type === 'expression')).toMatchObject({ formulae: ['C5="low"'] })
  })

  test('links lead within the file and to pages', () => {
    expect(sheetXml(looks().name)).toContain('ref="A5" location="&apos;Data&apos;!B2"')
    expect(looks().getCell('B5').hyperlink).toBe('https://example.test/?a=1&b=2')
  })

  test('a chart is a picture at its place, described for those who do not see it', () => {
    const [image] = looks().getImages()
    const png = Buffer.from(book.getImage(Number(image!.imageId)).buffer as never)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1120, 640])
    expect(image!.range.tl).toMatchObject({ nativeCol: 1, nativeRow: 7, nativeColOff: 95_250, nativeRowOff: 38_100 })
    expect(image!.range).toMatchObject({ ext: { width: 560, height: 320 } })
    const drawing = partOfZip(readFileSync(file), `xl/drawings/drawing${looks().id}.xml`)
    expect(drawing).toContain('descr="Eight months are behind the path."')
  })

  test('it prints on A4: Summary on one page, lists as wide as a page with the header on each', () => {
    expect(tab(words.tab.summary).pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToWidth: 1,
      fitToHeight: 1,
    })
    expect(tab(words.tab.problems).pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(tab(words.tab.submissions).pageSetup.printTitlesRow).toBe('1:1')
    expect(looks().pageSetup.orientation).toBe('portrait')
  })

  test('the parts of a sheet stand in the order without which Excel calls a file damaged', () => {
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'mergeCells',
      'conditionalFormatting',
    ]
    order.push('dataValidations', 'hyperlinks', 'pageMargins', 'pageSetup', 'drawing', 'legacyDrawing', 'extLst')
    for (const { id } of book.worksheets) {
      const xml = partOfZip(readFileSync(file), `xl/worksheets/sheet${id}.xml`)
      const outside = xml.replace(/<cfRule[\s\S]*?<\/cfRule>/g, '').replace(/<x14:[^>]*>/g, '')
      const places = order.map((part) => outside.search(new RegExp(`<${part}[ />]`))).filter((place) => place >= 0)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(places.length).toBeGreaterThan(3)
    }
  })

  const sheetXml = (name: string) => partOfZip(readFileSync(file), `xl/worksheets/sheet${tab(name).id}.xml`)
})

type Rule = { type: string; formulae?: string[]; cfvo?: unknown[]; color?: unknown; style?: unknown }
const rulesOf = (sheet: exceljs.Worksheet): Rule[] =>
  (sheet as unknown as { conditionalFormattings: { rules: Rule[] }[] }).conditionalFormattings.flatMap((one) => one.rules)

const noteText = (note: string | exceljs.Comment): string =>
  typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('')
