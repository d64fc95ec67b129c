import type { CountyOptions } from './county.ts'

/** So many rows that a run's verdicts don't fit into one request: every enterprise reports month by month, and all is in order. */
export function crowdedCounty(enterprises: number, rows: number, firstYear: number): CountyOptions {
  const name = (index: number) => `企业${index + 1}`
  return {
    enterprises: Array.from({ length: enterprises }, (_, index) => [name(index), null, null, null]),
    submissions: Array.from({ length: rows }, (_, index) => {
      const month = Math.floor(index / enterprises)
      const inYear = (month % 12) + 1
      const period = `${firstYear + Math.floor(month / 12)}-${String(inYear).padStart(2, '0')}`
      return [period, name(index % enterprises), null, inYear * 100 + (index % 7), null, null, null, null]
    }),
    settings: [
      ['janFeb', 'separate', null],
      ['confidentiality', 'shared', null],
    ],
  }
}
