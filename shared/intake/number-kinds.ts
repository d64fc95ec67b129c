const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/
const APPROXIMATE =
  /约|大概|左右|上下|将近|接近|近|余|多|超|逾|预|估|暂|几|数|以上|以下|以内|不足|不到|至|到|[~〜<>≤≥≈±?]|\b(?:about|approx|approximately|circa|ca|around|est|estimate|estimated|nearly|over|under|more|less|least|most|up to|to)\b/i
const RANGE = /\d ?-+ ?\d/
const OPEN_END = /\d ?\+$/

const DATE = [
  /^\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?(?:[ t].*)?$/i,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/,
  /^\d{4}年(?:\d{1,2}月?(?:份|\d{1,2}日)?)?$/,
  /^\d{1,2}月(?:份|\d{1,2}日)?$/,
  /^(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])$/,
  /^\d{1,2}:\d\d(?::\d\d)?$/,
  /^(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-., ]*\d{0,4}$/i,
]
const BOOLEAN = /^(?:true|false|yes|no|是|否|真|假)$/i

/** Is the folded text a date, a time or a yes/no: something else than a number (B19, B30)? */
export const isOtherType = (text: string): boolean => BOOLEAN.test(text) || DATE.some((pattern) => pattern.test(text))

/** Is the folded text an estimate, a bound or a range (B21)? */
export const isApproximate = (text: string): boolean =>
  NUMERAL.test(text) && (APPROXIMATE.test(text) || RANGE.test(text) || OPEN_END.test(text))
