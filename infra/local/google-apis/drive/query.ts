import { driveError } from '../errors.ts'
import type { DriveFile } from './files.ts'

const TERM =
  /^\s*(?:(name|mimeType)\s*(=|!=|contains)\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")|trashed\s*=\s*(true|false)|'[^']*'\s+in\s+(?:parents|owners|writers|readers))\s*/i

/** A test for files by Drive's query language: terms on name, mimeType and trashed joined by `and`; who and where always match. */
export function fileQuery(text: string): (file: DriveFile) => boolean {
  const tests: ((file: DriveFile) => boolean)[] = []
  for (let rest = text; rest.trim() !== ''; ) {
    const match = TERM.exec(rest)
    if (!match) throw driveError(400, 'invalid', 'Invalid Value', 'q')
    tests.push(termTest(match))
    rest = rest.slice(match[0].length)
    if (rest !== '' && !/^and\s/i.test(rest)) throw driveError(400, 'invalid', 'Invalid Value', 'q')
    rest = rest.replace(/^and\s/i, '')
  }
  return (file) => tests.every((test) => test(file))
}

function termTest([, field, operator, single, double, trashed]: RegExpExecArray): (file: DriveFile) => boolean {
  if (trashed !== undefined) return (file) => file.trashed === (trashed.toLowerCase() === 'true')
  if (field === undefined) return () => true
  const wanted = (single ?? double ?? '').replace(/\\(.)/g, '$1')
  const subject = (file: DriveFile) => (field.toLowerCase() === 'name' ? file.spreadsheet.title : file.mimeType)
  if (operator === '=') return (file) => subject(file) === wanted
  if (operator === '!=') return (file) => subject(file) !== wanted
  return (file) => subject(file).toLowerCase().includes(wanted.toLowerCase())
}
