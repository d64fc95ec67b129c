import { useEffect, useState } from 'react'
import type { WorkbookState } from '../protocol.ts'
import { server } from './server-calls.ts'

/** The workbook as it is now, told anew whenever anything changed in any window, and whether the server answers. */
export function useLive(): { state: WorkbookState | null; connected: boolean } {
  const [state, setState] = useState<WorkbookState | null>(null)
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const events = new EventSource('/api/events')
    events.onmessage = async () => {
      setConnected(true)
      const next = await server.workbook().catch(() => null)
      if (next) setState((now) => (now && now.version > next.version ? now : next))
    }
    // The browser connects again by itself; a server that was started anew counts its versions from the beginning.
    events.onerror = () => setConnected(false)
    return () => events.close()
  }, [])
  return { state, connected }
}
