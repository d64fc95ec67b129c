import { aggregate, type FunctionFamily } from '../function-spec.ts'
import { FormulaError } from '../values.ts'

const NAMES = [
  'IMPORTRANGE',
  'IMPORTDATA',
  'IMPORTHTML',
  'IMPORTXML',
  'IMPORTFEED',
  'IMAGE',
  'GOOGLEFINANCE',
  'GOOGLETRANSLATE',
  'DETECTLANGUAGE',
]

/** Functions that ask a service on the net: never fetched here. */
export const unavailable: FunctionFamily = Object.fromEntries(
  NAMES.map((name) => [name, aggregate(() => new FormulaError('NA', `${name} is not available in the local emulator.`))]),
)
