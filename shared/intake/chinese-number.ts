const DIGITS: Record<string, number> = {}
for (const [value, characters] of [
  '零〇○',
  '一壹',
  '二贰两貳',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const character of characters) DIGITS[character] = value
}
const TENS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const SCALES: Record<string, number> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** One digit of a Chinese text (〇 to 九, everyday or formal), or undefined. */
export const chineseDigit = (character: string): number | undefined => DIGITS[character]

/**
 * The whole number of a Chinese numeral such as 一千二百万 or 壹仟, everyday or formal (B07); null when it isn't one.
 * `三点五` is not read here: a decimal stands before a scale, see `chineseAmount`.
 */
export function chineseInteger(text: string): number | null {
  if (text === '' || text.length > 40) return null
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastTens = Number.POSITIVE_INFINITY
  let lastScale = Number.POSITIVE_INFINITY
  for (const character of text) {
    const asDigit = DIGITS[character]
    const tens = TENS[character]
    const scale = SCALES[character]
    if (asDigit !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = asDigit
    } else if (tens !== undefined) {
      // 十二 is 12, but 百二 needs its 一.
      if (tens >= lastTens || digit === 0 || (digit === null && tens !== 10)) return null
      section += (digit ?? 1) * tens
      lastTens = tens
      digit = null
    } else if (scale !== undefined) {
      section += digit ?? 0
      // 万亿 multiplies what stands before; otherwise scales descend.
      if (scale > lastScale) {
        total = (total + section) * scale
      } else {
        if (section === 0 || scale === lastScale) return null
        total += section * scale
      }
      lastScale = scale
      lastTens = Number.POSITIVE_INFINITY
      section = 0
      digit = null
    } else return null
  }
  // 一百五 is 150 to some and 105 to nobody: such a shortened ending is left to a person.
  if (digit !== null && digit !== 0 && lastTens !== Number.POSITIVE_INFINITY && lastTens > 10 && !/[零〇○]./.test(text.slice(-2)))
    return null
  if (digit !== null && digit !== 0 && section === 0 && total > 0 && !/[零〇○]./.test(text.slice(-2))) return null
  return total + section + (digit ?? 0)
}

/** A Chinese amount: its number as decimal text, times ten to `scale` when it ends in 万 or 亿. */
export interface ChineseAmount {
  digits: string
  /** 4 or 8 when the text ends in 万 or 亿, else 0. */
  scale: number
  /** 万 or 亿 stands inside, not at the end: 三万五千. */
  mixed: boolean
}

/** Reads a Chinese amount without its 元: 一千二百万, 三点五亿, 壹仟; null when it isn't one. */
export function chineseAmount(text: string): ChineseAmount | null {
  const ending = /^(.+?)([万萬亿億]+)$/.exec(text)
  const scale = ending ? [...ending[2]!].reduce((power, character) => power + Math.log10(SCALES[character]!), 0) : 0
  const body = ending?.[1] ?? text
  const [whole = '', fraction, more] = body.split('点')
  const integer = chineseInteger(whole)
  if (integer === null || more !== undefined) return null
  if (fraction === undefined) return { digits: String(integer), scale, mixed: /[万萬亿億]/.test(body) }
  const decimals = [...fraction].map(chineseDigit)
  if (decimals.length === 0 || decimals.includes(undefined)) return null
  return { digits: `${integer}.${decimals.join('')}`, scale, mixed: /[万萬亿億]/.test(body) }
}
