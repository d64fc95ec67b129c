/** What a locale decides about numbers and dates. */
export interface LocaleRules {
  readonly decimal: string
  readonly group: string
  readonly tag: string
  /** Order of day, month and year in typed dates. */
  readonly dateOrder: 'MDY' | 'DMY' | 'YMD'
}

const known = new Map<string, LocaleRules>()

/** Rules of a spreadsheet locale such as `fr_FR`; an unknown locale is read as English. */
export function localeRules(locale: string): LocaleRules {
  const found = known.get(locale)
  if (found) return found
  const tag = supported(locale.replaceAll('_', '-'))
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.5)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value
  const date = new Intl.DateTimeFormat(tag).formatToParts(0).map((entry) => entry.type.charAt(0).toUpperCase())
  const order = date.filter((letter) => 'DMY'.includes(letter)).join('')
  const rules: LocaleRules = {
    tag,
    decimal: part('decimal') ?? '.',
    group: part('group') ?? ',',
    dateOrder: order === 'MDY' || order === 'YMD' ? order : 'DMY',
  }
  known.set(locale, rules)
  return rules
}

function supported(tag: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}
