import type { SheetRequest } from '../../shared/model/sheet-request.ts'
import type { Workbook } from '../../shared/ports.ts'

/** A door to the workbook that keeps all that is committed through it. */
export interface RecordingWorkbook extends Workbook {
  readonly committed: SheetRequest[]
}

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
      if (key === 'stringValue') written.texts.push(value)
      else if (key === 'formulaValue') written.formulas.push(value)
      else written.others.add(value)
    } else if (typeof value === 'number' && key === 'numberValue') written.numbers.push(value)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name)
  }
  walk(requests, '')
  return written
}
