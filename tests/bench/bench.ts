/**
 * Measures ratios against a floor and a peer, all in one run: `npm run bench -- [data] [--json]`.
 * Every figure is the median of interleaved rounds, each in a process of its own.
 */
import { benchData } from './data.ts'

const [what = 'data', ...rest] = process.argv.slice(2).filter((argument) => argument !== '--json')
const json = process.argv.includes('--json')
if (what !== 'data' || rest.length > 0) {
  console.error('usage: npm run bench -- [data] [--json]')
  process.exit(2)
}
const results = await benchData(json ? () => {} : (line) => console.log(line))
if (json) console.log(JSON.stringify(results))
