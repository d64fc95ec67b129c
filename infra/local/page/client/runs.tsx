import { useEffect, useState } from 'react'
import type { RunState } from '../protocol.ts'
import { shortTime } from './mailbox.tsx'
import { useWords } from './page-words.ts'
import { server } from './server-calls.ts'

/** Each run with its requests and time. */
export function Runs({ version }: { version: number }) {
  const words = useWords().runs
  const [runs, setRuns] = useState<RunState[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when anything changed
  useEffect(() => {
    void server.runs().then(setRuns, () => {})
  }, [version])
  return (
    <main className="runs" aria-busy={runs === null}>
      <h1>{words.list}</h1>
      {runs?.length === 0 && <p>{words.none}</p>}
      {runs?.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </main>
  )
}

function Run({ run }: { run: RunState }) {
  const words = useWords().runs
  const { read, accepted, noted, held, rejected } = run
  const counts =
    read === null
      ? '–'
      : words.counts({ read, accepted: accepted ?? 0, noted: noted ?? 0, held: held ?? 0, rejected: rejected ?? 0 })
  return (
    <details className="run">
      <summary>
        <strong>{shortTime(run.startedAt)}</strong>
        <span>
          {words.asOf} {run.asOf}
        </span>
        <span>
          {words.seconds} {run.seconds}
        </span>
        <span>
          {words.reason} {run.reason}
        </span>
        <span>
          {words.requests} {run.requests.length || '–'}
        </span>
      </summary>
      <dl>
        <dt>{words.rows}</dt>
        <dd>{counts}</dd>
        <dt>{words.written}</dt>
        <dd>{run.written ?? '–'}</dd>
        <dt>{words.who}</dt>
        <dd>{run.who}</dd>
        <dt>{words.result}</dt>
        <dd>{run.result}</dd>
        <dt>ID</dt>
        <dd>{run.id}</dd>
      </dl>
      {run.requests.length === 0 ? <p>{words.noRequests}</p> : <Requests requests={run.requests} />}
    </details>
  )
}

function Requests({ requests }: { requests: RunState['requests'] }) {
  const { requests: caption, request: words } = useWords().runs
  return (
    <div className="table-scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.call}</th>
            <th scope="col">{words.bytes}</th>
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ at, kind, line, kinds, bytes, status }) => (
            <tr key={`${at} ${line}`}>
              <td>{at.slice(11, 23)}</td>
              <td>{words[kind]}</td>
              <td>
                {line} {kinds.length > 0 && <small>{kinds.join(', ')}</small>}
              </td>
              <td className="number">{bytes}</td>
              <td className="number">{status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
