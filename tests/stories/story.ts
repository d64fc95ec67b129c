import type { PersonEdit } from '../../infra/local/google-apis/editors.ts'
import type { Language } from '../../shared/model/language.ts'
import type { CellValue } from '../../shared/model/tabs.ts'
import type { Verdict } from '../../shared/model/verdict.ts'

/** Picks the words of the language that a story is told in. */
export type Say = (zh: string, en: string) => string

/** Text that a clerk types or pastes into Submissions, as it leaves the keyboard or the clipboard: a line a row, from a cell on. */
interface Entry {
  at: string
  text: readonly (readonly string[])[]
}

export type Deed = Entry | PersonEdit

/** What a row shows: its number, a text that tells whose row it is, its status, and what its message says among other things. */
export type ShownRow = readonly [row: number, holds: string, status: Verdict | 'edited' | 'notYetJudged', ...says: string[]]

interface Frame {
  file: string
  /** First and last row below the header. */
  rows: readonly [number, number]
  /** Columns that people who care for this moment would hide, by letter. */
  without: readonly string[]
  inEnglishToo?: true
}

/** One thing that happens, and what the tab shows after it. */
interface Step {
  what: string
  deeds?: readonly Deed[]
  /** A recalculation after the deeds, or one between whose reading and writing they are done. */
  run?: 'after' | 'around'
  /** Rows that aren't listed are accepted and have no message. */
  shows: readonly ShownRow[]
  frame?: Frame
}

export interface Story {
  title: string
  /** Rows of Submissions that were reported before. */
  before: readonly (readonly CellValue[])[]
  steps: readonly Step[]
}

/** A story in the words of a language. */
export type Told = (say: Say) => Story

export const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'en' ? en : zh
