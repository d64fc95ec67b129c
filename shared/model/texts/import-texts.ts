type Facts = Readonly<Record<string, string>>

/** The words of an import and of an export. */
export interface ImportTexts {
  /** What only an import can find; everything else is worded like the rules of judging. */
  advice: Record<'differs-from-existing' | 'total-unknown' | 'months-without-row' | 'stopped-reporting', (facts: Facts) => string>
  done: (counts: { read: number; added: number; unchanged: number; folded: number; repeated: number; problems: number }) => string
  rowOfFile: (row: number) => string
  exported: (document: { file: string; sheets: number; rows: number; pictures: number }) => string
}
