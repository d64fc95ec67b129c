import type { SheetRequest } from '../../shared/model/sheet-request.ts'
import type { Workbook } from '../../shared/ports.ts'

/** A door to the workbook that keeps all that is committed through it. */
export interface RecordingWorkbook extends Workbook {
  readonly committed: SheetRequest[]
}

/**
 * Is it one of Summary's formulas: a bar over the cell beside it, or the freshness that is read off Runs? `runsTitle` is the one text of
 * people in it, between quotes.
 */
export function isSummaryFormula(formula: string, runsTitle: string): boolean {
  const plain = formula.replaceAll(`'${runsTitle.replaceAll("'", "''")}'!`, '_!')
  return SUMMARY_FORMULAS.some((shape) => shape.test(plain))
}

const INSTANT = String.raw`\(DATEVALUE\(LEFT\(INDEX\(_!A:A,2\),10\)\)\+MID\(INDEX\(_!A:A,2\),12,2\)/24\+MID\(INDEX\(_!A:A,2\),15,2\)/1440\+-?[\d.]+/24\)`
const SUMMARY_FORMULAS = [
  /^=SPARKLINE\(E\d+,\{"charttype","bar";"max",1;"color1","#[0-9a-f]{6}"\}\)$/,
  new RegExp(`^=IFERROR\\(IF\\(NOW\\(\\)-${INSTANT}>[\\d.]+,"⚠ [^"]{10,140}",""\\),""\\)$`),
  new RegExp(`^=IFERROR\\("[^"]{5,20}"&TEXT\\(${INSTANT},"yyyy-mm-dd hh:mm"\\),""\\)$`),
]

export function recording(workbook: Workbook): RecordingWorkbook {
  const committed: SheetRequest[] = []
  return {
    ...workbook,
    committed,
    commit: (requests, fence) => {
      committed.push(...requests)
      return workbook.commit(requests, fence)
    },
    commitAndLook: (requests, fence, title) => {
      committed.push(...requests)
      return workbook.commitAndLook(requests, fence, title)
    },
  }
}

export interface Written {
  /** Texts that go into cells as texts. */
  texts: string[]
  numbers: number[]
  formulas: string[]
  /** All other texts: titles, masks, conditions, notes. Google may make something of them. */
  others: Set<string>
}

/** Every value inside the requests, by what Google will make of it. */
export function writtenIn(requests: readonly SheetRequest[]): Written {
  const written: Written = { texts: [], numbers: [], formulas: [], others: new Set() }
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      // A note is text whatever it begins with.
      if (key === 'stringValue' || key === 'note') written.texts.push(value)
      else if (key === 'formulaValue') written.formulas.push(value)
      else written.others.add(value)
    } else if (typeof value === 'number' && key === 'numberValue') written.numbers.push(value)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name)
  }
  walk(requests, '')
  return written
}
