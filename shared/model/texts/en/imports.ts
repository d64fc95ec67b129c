import type { ImportTexts } from '../import-texts.ts'

export const importsEn: ImportTexts = {
  advice: {
    'differs-from-existing': ({ enterprise = '', month = '' }) =>
      `${enterprise} already has another figure for ${month} in the workbook; it was left as it is. Correct it there if the file is right.`,
    'total-unknown': ({ enterprise = '', month = '', since = '' }) =>
      `The total of ${enterprise} up to ${month} can't be worked out, because ${since} can't be read. Correct ${since} in the file and import again.`,
    'months-without-row': ({ enterprise = '', months = '' }) =>
      `${enterprise} has no row for ${months}; no output was taken for these months.`,
    'stopped-reporting': ({ enterprise = '', month = '' }) =>
      `${enterprise} has been silent for the last twelve months of the file; ${month} was taken as its last month. Clear “Reports until” if it still reports.`,
  },
  done: ({ read, added, unchanged, folded, repeated, problems }) =>
    `${read} rows read: ${added} added, ${unchanged} already there, ${folded} January rows put into February, ${repeated} repeated; ${problems} to look at`,
  rowOfFile: (row) => `row ${row}`,
  exported: ({ file, sheets, rows, pictures }) => `${file}: ${sheets} tabs, ${rows} rows, ${pictures} pictures of charts`,
}
