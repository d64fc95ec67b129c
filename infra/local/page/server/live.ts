import type { ServerResponse } from 'node:http'

/** Changes that come close together are told at once. */
const GATHER_MS = 60
const HEARTBEAT_MS = 20_000

/** Tells the open windows that something changed. */
export class Live {
  version = 1
  readonly #windows = new Set<ServerResponse>()
  #timer: NodeJS.Timeout | undefined
  readonly #heartbeat: NodeJS.Timeout

  constructor() {
    this.#heartbeat = setInterval(() => this.#send(':\n\n'), HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  /** Keeps the answer open as a stream of events. */
  open(outgoing: ServerResponse): void {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' })
    outgoing.write(`data: ${this.version}\n\n`)
    this.#windows.add(outgoing)
    outgoing.on('close', () => this.#windows.delete(outgoing))
  }

  changed(): void {
    this.version++
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#send(`data: ${this.version}\n\n`)
    }, GATHER_MS)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#timer)
    for (const window of this.#windows) window.end()
  }

  #send(text: string): void {
    for (const window of this.#windows) window.write(text)
  }
}
