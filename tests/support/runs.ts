/**
 * How many cases a property is tried with: its usual number in every test run, or `TALLYSHEET_RUNS` for a long search:
 * `TALLYSHEET_RUNS=10000 npx vitest run --config tests/vitest.config.ts properties`. A failure prints the seed and the smallest case.
 */
export const runs = (usual = 100): { numRuns: number } => ({ numRuns: Number(process.env.TALLYSHEET_RUNS ?? usual) })

/** What a test of so many cases may take, in milliseconds; a long search has as much as it needs. */
export const timeLimit = process.env.TALLYSHEET_RUNS ? 600_000 : 20_000
