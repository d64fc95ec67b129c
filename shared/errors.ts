/** Whose fault a failure is; decides the HTTP status, the exit code and whether a retry can help. */
export type Fault = 'caller' | 'configuration' | 'spreadsheet' | 'google' | 'internal'

/** What went wrong, by a stable code; the catalogues word it in both languages. */
export type FailureCode =
  | 'wrong-usage'
  | 'future-as-of'
  | 'bad-configuration'
  | 'no-spreadsheet'
  | 'tab-missing'
  | 'column-missing'
  | 'column-twice'
  | 'intake-empty'
  | 'intake-shrunk'
  | 'columns-shifted'
  | 'too-large'
  | 'protected'
  | 'not-set-up'
  | 'workbook-changing'
  | 'unreadable-file'
  | 'unwritable-file'
  | 'not-shared'
  | 'not-found'
  | 'sign-in'
  | 'quota'
  | 'unavailable'
  | 'refused'
  | 'store-unavailable'
  | 'in-use'
  | 'unusable-folder'
  | 'damaged-folder'
  | 'not-a-recipient'
  | 'no-such-message'
  | 'message-decided'
  | 'unauthenticated'
  | 'not-allowed'
  | 'unknown-path'
  | 'wrong-method'
  | 'not-json'
  | 'body-slow'
  | 'body-too-large'
  | 'key-reused'
  | 'too-many-calls'
  | 'shutting-down'
  | 'unusable-address'
  | 'internal'

const FAULT_OF: Record<FailureCode, Fault> = {
  'wrong-usage': 'caller',
  'future-as-of': 'caller',
  'bad-configuration': 'configuration',
  'no-spreadsheet': 'configuration',
  'tab-missing': 'spreadsheet',
  'column-missing': 'spreadsheet',
  'column-twice': 'spreadsheet',
  'intake-empty': 'spreadsheet',
  'intake-shrunk': 'spreadsheet',
  'columns-shifted': 'spreadsheet',
  'too-large': 'spreadsheet',
  protected: 'spreadsheet',
  'not-set-up': 'spreadsheet',
  'workbook-changing': 'spreadsheet',
  'unreadable-file': 'caller',
  'unwritable-file': 'caller',
  'not-shared': 'google',
  'not-found': 'google',
  'sign-in': 'google',
  quota: 'google',
  unavailable: 'google',
  refused: 'google',
  'store-unavailable': 'google',
  'in-use': 'configuration',
  'unusable-folder': 'configuration',
  'damaged-folder': 'configuration',
  'not-a-recipient': 'caller',
  'no-such-message': 'caller',
  'message-decided': 'caller',
  unauthenticated: 'caller',
  'not-allowed': 'caller',
  'unknown-path': 'caller',
  'wrong-method': 'caller',
  'not-json': 'caller',
  'body-slow': 'caller',
  'body-too-large': 'caller',
  'key-reused': 'caller',
  'too-many-calls': 'caller',
  'shutting-down': 'internal',
  'unusable-address': 'spreadsheet',
  internal: 'internal',
}

/** A failure that can be told to people: a code, and facts that carry no figure, address or token. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly facts: Readonly<Record<string, string>>

  constructor(code: FailureCode, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`)
    super([code, ...told].join('; '), options)
    this.name = 'Failure'
    this.code = code
    this.facts = facts
  }

  get fault(): Fault {
    return FAULT_OF[this.code]
  }
}

/** The failure that an unknown thrown value stands for; its own text may hold a token, so it is kept as cause only. */
export const asFailure = (thrown: unknown): Failure =>
  thrown instanceof Failure ? thrown : new Failure('internal', {}, { cause: thrown })
