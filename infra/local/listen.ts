import { once } from 'node:events'
import type { Server } from 'node:net'

/** Lets a server listen on 127.0.0.1; with `nextFreePort` on the next port that is free when the wanted one is in use. */
export async function listen(server: Server, port: number, nextFreePort: boolean): Promise<void> {
  for (let wanted = port; ; wanted++) {
    try {
      server.listen(wanted, '127.0.0.1')
      await once(server, 'listening')
      return
    } catch (error) {
      if (!nextFreePort || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
}
