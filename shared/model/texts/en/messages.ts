import type { MessageTexts } from '../message-texts.ts'

/** What is wrong with a body, by the fact of `not-json`. */
const NOT_JSON: Record<string, string> = {
  object: 'it is not a JSON object',
  JSON: 'it is not JSON',
  'UTF-8': 'it is not UTF-8',
  encoded: 'it is compressed',
  'cut off': 'it ended early',
  nesting: 'it is nested too deeply',
  names: 'a name stands in it twice, or may not be used',
}

export const messagesEn: MessageTexts = {
  failure: {
    'wrong-usage': ({ what = '' }) => `This call can't be understood: ${what}.`,
    'future-as-of': ({ asOf = '', today = '' }) => `The as-of day ${asOf} lies after today, ${today}.`,
    'bad-configuration': ({ variables = '' }) => `These settings are missing or can't be used: ${variables}.`,
    'no-spreadsheet': () => 'No spreadsheet was named.',
    'tab-missing': ({ tab = '' }) => `The tab “${tab}” is missing.`,
    'column-missing': ({ tab = '', expected = '', found = '' }) =>
      `In the tab “${tab}” the column “${expected}” can't be found. Headers found: ${found}.`,
    'column-twice': ({ tab = '', expected = '', cells = '' }) =>
      `In the tab “${tab}” the column “${expected}” stands twice: ${cells}.`,
    'intake-empty': ({ tab = '' }) => `The tab “${tab}” has no rows any more; the last figures were kept.`,
    'intake-shrunk': ({ tab = '' }) => `The tab “${tab}” has less than half of its rows, and two readings differ.`,
    'columns-shifted': ({ tab = '', columns = '' }) =>
      `In the tab “${tab}” many values seem to stand in the wrong column (${columns}); the last figures were kept.`,
    'too-large': ({ tab = '', rows = '', most = '' }) =>
      `The tab “${tab}” has ${rows} rows, and the program can take ${most}; the last figures were kept.`,
    protected: () => 'A protected range keeps the program from writing.',
    'not-set-up': () => 'This spreadsheet is not set up for Tallysheet.',
    'workbook-changing': () => 'The workbook kept changing while it was being read.',
    'unreadable-file': ({ file = '', what = '' }) => `The file ${file} can't be read: ${what}.`,
    'unwritable-file': ({ file = '', what = '' }) => `The file ${file} can't be written (${what}).`,
    'not-shared': () => 'Google refuses access to the spreadsheet.',
    'not-found': () => 'The spreadsheet does not exist, or was moved to the bin.',
    'sign-in': () => 'Signing in to Google failed.',
    quota: () => "Google's limit of requests a minute was reached and did not recover in time.",
    unavailable: () => "Google's service could not be reached, or did not answer properly, in time.",
    refused: ({ request = '' }) => `Google refused a change as invalid (${request}). Nothing was written.`,
    'store-unavailable': () => 'The storage that remembers which messages were sent could not be reached, or refused access.',
    'in-use': ({ folder = '' }) => `The folder ${folder} is in use by another Tallysheet.`,
    'unusable-folder': ({ folder = '' }) => `The folder ${folder} can't be made, or can't be written to.`,
    'damaged-folder': ({ folder = '' }) =>
      `What an earlier start kept in the folder ${folder} can't be read: a file in it is damaged.`,
    'not-a-recipient': () => 'This address is not in the tab Recipients, or is switched off there.',
    'no-such-message': ({ key = '' }) => `The outbox has no message ${key}.`,
    'message-decided': ({ key = '', state = '' }) => `The message ${key} is ${state}; this can't be done with it.`,
    unauthenticated: () => 'No valid identity came with this call.',
    'not-allowed': () => 'This account may not do this.',
    'unknown-path': () => 'There is nothing at this address.',
    'wrong-method': () => 'Only POST does something here.',
    'body-slow': () => 'The body of the call did not arrive in time.',
    'body-too-large': () => 'The body of the call is too large.',
    'key-reused': () => 'This Idempotency-Key has already been used with other parameters.',
    'shutting-down': () => 'This instance is being shut down; nothing was half-written.',
    'not-json': ({ what = '' }) => `The body of the call can't be read: ${NOT_JSON[what] ?? what}.`,
    'too-many-calls': () => 'Too many calls from this account.',
    'unusable-address': ({ header = '' }) =>
      `A mail was not sent: what is to stand in “${header}” is not exactly one usable address.`,
    internal: () => 'Something went wrong inside Tallysheet. Nothing was half-written.',
  },
  hint: {
    'wrong-usage': () => 'See --help.',
    'future-as-of': () => 'Name today or an earlier day.',
    'bad-configuration': () => 'Set them and start again.',
    'no-spreadsheet': () => 'Give --spreadsheet ID or set TALLYSHEET_SPREADSHEET_ID.',
    'tab-missing': () => 'Restore it from the version history, or run “tallysheet set-up” to have it made anew.',
    'column-missing': ({ expected = '' }) =>
      `Give the column its header “${expected}” again, or run “tallysheet set-up”; a column that was deleted must first come back from the version history. Nothing was written.`,
    'column-twice': () => 'Rename or delete one of them. Nothing was written.',
    'intake-empty': () => 'Restore the rows from the version history.',
    'intake-shrunk': () => 'Wait until nobody is editing, then recalculate again.',
    'columns-shifted': () => 'Undo the paste, or move the figures below their headers, and recalculate.',
    'too-large': () =>
      'Delete rows that were filled by mistake; if all are needed, have whoever operates the program give it more memory and raise its limit (TALLYSHEET_MOST_ROWS).',
    protected: () =>
      'Run “tallysheet set-up” with an account that may edit the protected ranges, or add the program to their editors.',
    'not-set-up': () => 'Run “tallysheet set-up --spreadsheet ID” first.',
    'workbook-changing': () => 'Recalculate again in a minute.',
    'unreadable-file': () => 'Save it as CSV (UTF-8) or .xlsx and try again.',
    'unwritable-file': () => 'Name a file in a folder that exists and in which you may write, and close it in other programs.',
    'not-shared': () => "Share the spreadsheet with the program's account as editor; an organisation's policy may forbid that.",
    'not-found': () => 'Check the id, or take the spreadsheet out of the bin.',
    'sign-in': () => 'Run “gcloud auth application-default login”, or check the service account.',
    quota: () => 'Recalculate again in a minute; the next scheduled run does so by itself.',
    unavailable: () => 'Try again later; the next scheduled run does so by itself.',
    refused: () => 'Run “tallysheet check” to see what is wrong with the workbook.',
    'store-unavailable': () =>
      "No message leaves without it. Try again later; if it stays, check that the bucket exists and that the program's account may write to it.",
    'in-use': () => 'Stop the other one, or name another folder with --data.',
    'unusable-folder': () => 'Name another folder with --data.',
    'damaged-folder': () =>
      'Name another folder with --data, and load the workbook.xlsx of the damaged one on the page (More, Load .xlsx), or put a copy of the folder back.',
    'not-a-recipient': () => 'Add it there, or switch it on.',
    'no-such-message': () => 'See “tallysheet outbox list” for the keys.',
    'message-decided': () => 'Only a message that waits for a decision, was refused or was waived can be sent again.',
    'unusable-address': () =>
      'Correct it in the register, in Recipients or in the settings: one address, without a name, comma, semicolon or line break.',
    internal: () => 'Run it again; if it stays, report it with the run id from the log.',
    unauthenticated: () =>
      'Send a Google identity token for this service, the same one in Authorization and in X-Serverless-Authorization.',
    'not-allowed': () => 'Ask the administrator to add your account to the list of those who may.',
    'body-slow': () => 'Send it again.',
    'body-too-large': () => 'It holds at most a day and a reason.',
    'key-reused': () => 'Use a new key for a new call.',
    'shutting-down': () => 'Send it again; another instance takes it.',
    'not-json': () => 'Send a JSON object in UTF-8, or nothing.',
    'too-many-calls': ({ seconds = '' }) => `Wait ${seconds} seconds.`,
  },
}
