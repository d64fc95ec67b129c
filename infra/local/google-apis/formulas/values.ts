/** What went wrong in a formula; the emulator's API answers spell `NA` as `N_A`. */
export type FormulaErrorType = 'REF' | 'NA' | 'NAME' | 'VALUE' | 'DIVIDE_BY_ZERO' | 'NUM' | 'ERROR'

const TEXTS: Record<FormulaErrorType, string> = {
  REF: '#REF!',
  NA: '#N/A',
  NAME: '#NAME?',
  VALUE: '#VALUE!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  NUM: '#NUM!',
  ERROR: '#ERROR!',
}

/** An error as a value: formulas pass it on, catch it, show it. */
export class FormulaError {
  readonly type: FormulaErrorType
  readonly message: string

  constructor(type: FormulaErrorType, message = '') {
    this.type = type
    this.message = message
  }

  /** What the cell shows. */
  get text(): string {
    return TEXTS[this.type]
  }
}

/** A cell's value; null is a blank cell. Dates are serial numbers. */
export type FormulaValue = number | string | boolean | null | FormulaError

/** Error that a literal such as `#N/A` stands for. */
export function errorFromText(text: string): FormulaError | undefined {
  const entry = Object.entries(TEXTS).find(([, shown]) => shown === text.toUpperCase())
  return entry && new FormulaError(entry[0] as FormulaErrorType)
}
