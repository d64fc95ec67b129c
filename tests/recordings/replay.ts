/**
 * Starts the emulator and replays recorded traffic of the real Google APIs against it; fails below the figure reached.
 *
 *   node tests/recordings/replay.ts REPLAY_TOOL RECORDINGS_FOLDER
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startGoogleApis } from '../../infra/local/google-apis/server.ts'

/** Interactions that matched when the emulator was last worked on, of those recorded. */
const REACHED = 532

const [tool, recordings] = process.argv.slice(2)
if (!tool || !recordings) {
  console.error('usage: node tests/recordings/replay.ts REPLAY_TOOL RECORDINGS_FOLDER')
  process.exit(2)
}
const apis = await startGoogleApis({ port: 0 })
try {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [tool, '--base-url', apis.url, '--recordings', recordings, '--json'],
    { maxBuffer: 2 ** 28 },
  )
  const { interactions, mismatches } = JSON.parse(stdout)
  for (const { recording, number, line } of mismatches) console.log(`not matched: ${recording} #${number} ${line}`)
  console.log(`recordings: ${interactions.matched} of ${interactions.total} interactions match; at least ${REACHED} are wanted`)
  process.exitCode = interactions.matched >= REACHED ? 0 : 1
} finally {
  await apis.close()
}
