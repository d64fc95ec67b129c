import type { Problem } from '../../problem.ts'
import type { RuleTexts } from '../rule-texts.ts'
import { entryAdviceEn } from './entry-advice.ts'

const say =
  (sentence: (facts: Problem['facts'], problem: Problem) => string) =>
  (problem: Problem): string =>
    sentence(problem.facts, problem)

/** A question to the clerk; once explained it only records what was explained. */
const ask = (what: (facts: Problem['facts']) => string, remedy: string) => (problem: Problem) =>
  problem.severity === 'note'
    ? `${what(problem.facts)} Your explanation was taken; this no longer keeps the row out.`
    : `${what(problem.facts)} ${remedy}`

const CORRECT_OR_EXPLAIN = 'Please correct the figure, or say in the explanation column why it is right.'

const MEANING: Record<string, string> = {
  grouping: 'its thousands are grouped irregularly',
  'comma-decimal': 'its comma or point can be read in two ways',
  exponent: 'it is written with an exponent',
  unit: 'it is not clear whether yuan or 10,000 yuan is meant',
  'same-as-above': 'it refers to the cell above, and rows move',
  loading: 'its formula has not finished',
}

const PERIOD_WHY: Record<string, string> = {
  order: 'day and month could be swapped',
  'two-months': 'it could be January or October',
  'no-such': 'there is no such month in the calendar of the plan',
  'same-as-above': 'it refers to the cell above, and rows move',
}

const CODE_WHY: Record<string, string> = {
  length: 'it does not have 18 characters',
  characters: 'it has characters that a code never has (only 0-9 and A-Z without I, O, S, V, Z)',
  number: 'it was stored as a number, which loses digits; type an apostrophe before it',
}

/** How far off a figure is, and what may have happened: a digit up to ten times, a unit beyond. */
const SLIP: Record<string, readonly [times: string, guess: string]> = {
  '10': ['about 10 times', 'There may be a digit too many, a misplaced decimal point, or 1,000 yuan taken for the unit.'],
  '1000': ['about 1,000 times', 'It may have been typed in another unit.'],
  '10000': ['about 10,000 times', 'It may have been typed in yuan.'],
  '1/10': ['about a tenth of', 'There may be a digit missing, or a misplaced decimal point.'],
  '1/1000': ['about a thousandth of', 'It may have been typed in another unit.'],
  '1/10000': ['about a ten-thousandth of', 'It may have been typed in units of 100 million yuan.'],
}

export const rulesEn: RuleTexts = {
  explanationOutdated: 'The explanation was given for the earlier figures: explain these ones.',
  severity: { rejected: 'Rejected', held: 'Held', note: 'Note' },
  name: {
    'missing-period': 'period missing',
    'unreadable-period': 'period not readable',
    'period-not-open': 'period not open yet',
    'missing-enterprise': 'enterprise missing',
    'unknown-enterprise': 'enterprise not in the register',
    'ambiguous-enterprise': 'several enterprises of this name',
    'code-name-mismatch': 'credit code and name disagree',
    'bad-credit-code': 'credit code of the wrong form',
    'not-expected': 'no report expected for the month',
    'missing-output': 'cumulative output missing',
    'unreadable-number': 'number not readable',
    'approximate-number': 'approximate number',
    'wrong-type': 'not a number',
    'formula-error': 'formula error',
    'negative-output': 'negative output',
    'merged-cells': 'merged cells',
    'month-exceeds-total': 'month above the cumulative total',
    'part-exceeds-whole': 'value added above output',
    'conflicting-duplicate': 'two rows that disagree',
    'total-fell': 'cumulative total fell',
    'identity-break': 'month and totals do not add up',
    'unit-slip': 'digit or unit possibly mistaken',
    jump: 'unusual change',
    unchanged: 'same as the month before',
    'changed-late': 'changed after the due date',
    'odd-added-value': 'unusual share of value added',
    'ambiguous-number': 'number with two readings',
    gap: 'month before not reported',
    'changed-base': "last year's figure differs",
    'normalised-number': 'number read from text',
    'normalised-period': 'period read as YYYY-MM',
    'normalised-name': 'name read as in the register',
    'repeated-row': 'repeated row',
    rounded: 'rounded to a yuan',
    'left-out-cell': 'optional cell left out',
    'check-character': 'check character of the credit code',
    'subtotal-row': 'subtotal row, not counted',
    'unreadable-entry': 'entry not readable',
    'repeated-key': 'key used twice',
  },
  advice: {
    'missing-period': say(() => 'The period is empty. Please type the month as YYYY-MM, e.g. 2025-03.'),
    'unreadable-period': say(
      ({ why }, { read }) =>
        `“${read}” can't be read as a month${because(PERIOD_WHY, why)}. Please type it as YYYY-MM, e.g. 2025-03.`,
    ),
    'period-not-open': say(
      ({ month, opens }) => `${month} has not ended yet. Please report it from ${opens}, or correct the month.`,
    ),
    'missing-enterprise': say(() => 'The enterprise is empty. Please choose it from the list, or type its credit code.'),
    'unknown-enterprise': say(({ suggestion }, { read }) =>
      suggestion
        ? `“${read}” is not in the register. Did you mean “${suggestion}”? Please choose the name from the list.`
        : `“${read}” is not in the register. Please choose the name from the list, or ask the bureau to add the enterprise.`,
    ),
    'ambiguous-enterprise': say(
      ({ rows }) => `Several enterprises of the register have this name (rows ${rows}). Please type the credit code as well.`,
    ),
    'code-name-mismatch': say(({ owner, name, code }) =>
      owner && code
        ? `The credit code belongs to “${owner}”, that of “${name}” is ${code}. Please correct the code or the name.`
        : owner
          ? `The credit code belongs to “${owner}”, which is not the name in this row. Please correct the code or the name.`
          : `In the register the credit code of “${name}” is ${code}. Please correct the code or the name.`,
    ),
    'bad-credit-code': say(
      ({ why }, { read }) =>
        `“${read}” is not a credit code${because(CODE_WHY, why)}. Please type its 18 characters, or leave it empty.`,
    ),
    'not-expected': say(({ month, february, from, until }) =>
      february
        ? `January is not reported by itself. Please put January and February together into the row for ${february}.`
        : `No report is expected for ${month}${bounds(from, until)}. Please correct the month, or ask the bureau to change the register.`,
    ),
    'missing-output': say(
      () => 'The cumulative output is empty. Please type it in 10,000 yuan, e.g. 1234.5; if there was none, type 0.',
    ),
    'unreadable-number': say(({ why }, { read }) =>
      why === 'several'
        ? `“${read}” holds more than one number. Please type one, e.g. 1234.5.`
        : why === 'too-large'
          ? `“${read}” is too large to be an amount in 10,000 yuan. Please check the unit, and type e.g. 1234.5.`
          : `“${read}” can't be read as a number. Please type digits only, in 10,000 yuan, e.g. 1234.5.`,
    ),
    'approximate-number': say(
      (_, { read }) => `“${read}” is an estimate or a range. Please type the exact figure in 10,000 yuan, e.g. 1234.5.`,
    ),
    'wrong-type': say(
      (_, { read }) => `“${read}” is a date or a yes/no, not an amount. Please type the figure in 10,000 yuan, e.g. 1234.5.`,
    ),
    'formula-error': say(({ why }, { read, cell }) =>
      why === 'external'
        ? `The formula in ${cell ?? 'the cell'} fetches its value from elsewhere, which may change. Please type the value itself.`
        : `The formula in ${cell ?? 'the cell'} gives ${read}. Please type the value itself.`,
    ),
    'merged-cells': ask(
      ({ range = '' }) => `The cells ${range} are merged, so that only the first of them holds a value.`,
      'Please unmerge them and fill in each row.',
    ),
    'negative-output': say(
      ({ value }, { read }) => `A cumulative output can't be negative (${value ?? read}). Please type 0 or more.`,
    ),
    'month-exceeds-total': say(
      ({ month, total }) =>
        `The month's output (${month}) is more than the cumulative output (${total}). Please check both figures.`,
    ),
    'part-exceeds-whole': say(
      ({ part, whole }) =>
        `The value added (${part}) is more than the output (${whole}). Please check both figures and their unit.`,
    ),
    'conflicting-duplicate': say(
      ({ rows, month }) =>
        `Rows ${rows} report different figures for the same enterprise and ${month}; none of them counts. Please delete the wrong one.`,
    ),
    'total-fell': ask(
      ({ total, before, month }) => `The cumulative output ${total} is less than the ${before} of ${month}.`,
      CORRECT_OR_EXPLAIN,
    ),
    'identity-break': ask(
      ({ before, month, sum, total }) =>
        `Last month's total ${before} and this month's ${month} make ${sum}, but ${total} was typed.`,
      CORRECT_OR_EXPLAIN,
    ),
    'unit-slip': ask(({ factor = '', total, expected, month, usual }) => {
      const [times, guess] = SLIP[factor]!
      return month
        ? `The month's output of ${month} is ${times} that of a usual month (about ${usual}). ${guess} The unit is 10,000 yuan.`
        : `${total} is ${times} what earlier months lead to expect (about ${expected}). ${guess} The unit is 10,000 yuan.`
    }, CORRECT_OR_EXPLAIN),
    jump: ask(
      ({ value, lastMonth, lastYear }) =>
        `The month's output of ${value} differs much from ${[lastMonth && `last month's ${lastMonth}`, lastYear && `last year's ${lastYear}`].filter(Boolean).join(' and ')}.`,
      CORRECT_OR_EXPLAIN,
    ),
    unchanged: ask(({ value, month }) => `The month's output of ${value} is exactly that of ${month}.`, CORRECT_OR_EXPLAIN),
    'changed-late': ask(
      ({ due }) => `The figures were changed after the due date, ${due}.`,
      'Please say in the explanation column why, or restore them.',
    ),
    'odd-added-value': ask(
      ({ percent }) => `The value added is ${percent} % of the output; 2 to 80 % is usual.`,
      CORRECT_OR_EXPLAIN,
    ),
    'ambiguous-number': say(({ why, meant }, { read }) => {
      const doubt = `“${read}” is not clear${because(MEANING, why)}.`
      return meant
        ? `${doubt} If ${meant} (10,000 yuan) is meant, please type ${meant}; an explanation is not enough.`
        : `${doubt} Please type the figure itself, e.g. 1234.5; an explanation is not enough.`
    }),
    gap: ask(
      ({ before, month }) => `${before} has no row, so ${month} can't be compared.`,
      `Please report that month first, or say in the explanation column why it is missing.`,
    ),
    'changed-base': ask(
      ({ typed, accepted, row }) =>
        `For the same period last year ${typed} was typed, but ${accepted} was accepted then (row ${row}).`,
      CORRECT_OR_EXPLAIN,
    ),
    'normalised-number': say(
      ({ value }, { read }) => `“${read}” was read as ${value} (10,000 yuan). If that is wrong, please type the figure.`,
    ),
    'normalised-period': say(
      ({ month }, { read }) => `“${read}” was read as ${month}. If that is wrong, please type the month as YYYY-MM.`,
    ),
    'normalised-name': say(
      ({ name }, { read }) => `“${read}” was read as “${name}” of the register. If that is wrong, please choose from the list.`,
    ),
    'repeated-row': say(
      ({ rows }) => `Rows ${rows} have the same figures; they count once at most. Please keep only one of them.`,
    ),
    rounded: say(({ value }, { read }) => `“${read}” was rounded to whole yuan: ${value} (10,000 yuan).`),
    'left-out-cell': say(({ reason, meant }, { read }) => {
      const why = reason === undefined ? '' : ` (${rulesEn.name[reason as keyof RuleTexts['name']]})`
      return `“${read}” can't be used${why} and was left out; the rest of the row is not affected. Please type the figure${meant ? `, e.g. ${meant}` : ''}, or empty the cell.`
    }),
    'check-character': say(
      (_, { read }) => `The last character of ${read} doesn't fit the others. Please compare it with the business licence.`,
    ),
    'subtotal-row': say(() => 'This row is a subtotal and is never counted; totals are on the summary. You may delete it.'),
    'unreadable-entry': entryAdviceEn,
    'repeated-key': say(({ rows }, { read }) => `“${read}” is also in row ${rows}. Please give each row its own, or delete one.`),
  },
}

const because = (reasons: Record<string, string>, why: string | undefined): string =>
  why !== undefined && reasons[why] ? `: ${reasons[why]}` : ''

const bounds = (from: string | undefined, until: string | undefined): string =>
  from && until
    ? ` (reports are expected from ${from} to ${until})`
    : from
      ? ` (reports start in ${from})`
      : until
        ? ` (reports ended in ${until})`
        : ''
