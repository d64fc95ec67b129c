/**
 * Measures ratios against a floor and peers, all in one run: `npm run bench -- [data|cold-start] [--json]`.
 * Every figure is the median of interleaved rounds, each in a process of its own.
 */
import { benchColdStart } from './cold-start.ts'
import { benchData } from './data.ts'

const BENCHES = { data: benchData, 'cold-start': benchColdStart }

const [what, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--json')
const json = process.argv.includes('--json')
if (rest.length > 0 || (what !== undefined && !Object.hasOwn(BENCHES, what))) {
  console.error('usage: npm run bench -- [data|cold-start] [--json]')
  process.exit(2)
}
const say = json ? () => {} : (line: string) => console.log(line)
const results =
  what === undefined
    ? { ...(await benchData(say)), coldStart: await benchColdStart(say) }
    : await BENCHES[what as keyof typeof BENCHES](say)
if (json) console.log(JSON.stringify(results))
