import { formatNumber } from '../number-format.ts'

/** A number as TEXT shows it by a pattern such as `0.0000`, `#,##0.00`, `0%`, `yyyy-mm-dd`: the patterns of cell formats, in en_US. */
export function formatWithPattern(value: number, pattern: string): string {
  return formatNumber(value, pattern, 'en_US')
}
