import type { Socket } from 'node:net'

/** One side of an SMTP session: what it says, read by lines, replies and contents. Reading gives null once it has hung up. */
export class Peer {
  readonly socket: Socket
  readonly #chunks: AsyncIterableIterator<Buffer>
  #unread = Buffer.alloc(0)

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('error', () => socket.destroy())
    // Replies to commands that came together would each wait for the last one to be acknowledged.
    socket.setNoDelay(true)
    this.#chunks = socket.iterator({ destroyOnReturn: false })
  }

  /** Waits for something to read; false once the other side has hung up. */
  async more(): Promise<boolean> {
    try {
      const { value, done } = await this.#chunks.next()
      if (done) return false
      this.#unread = Buffer.concat([this.#unread, value])
      return true
    } catch {
      return false
    }
  }

  get hasUnread(): boolean {
    return this.#unread.length > 0
  }

  async line(): Promise<string | null> {
    return (await this.#upTo('\r\n'))?.toString() ?? null
  }

  /** A whole reply, of several lines where they are joined by `250-`. */
  async reply(): Promise<string | null> {
    for (let reply = ''; ; ) {
      const line = await this.line()
      if (line === null) return null
      reply += line
      if (!/^\d{3}-/.test(line)) return reply
    }
  }

  /** The content of a message up to and with its final dot (RFC 5321, 4.5.2). */
  async content(): Promise<Buffer | null> {
    const lines: Buffer[] = []
    for (;;) {
      const line = await this.#upTo('\r\n')
      if (line === null) return null
      lines.push(line)
      if (line.equals(Buffer.from('.\r\n'))) return Buffer.concat(lines)
    }
  }

  /** Stops reading, for a tunnel; gives what was read too far. */
  async release(): Promise<Buffer> {
    await this.#chunks.return?.()
    return this.#unread
  }

  async #upTo(mark: string): Promise<Buffer | null> {
    let from = 0
    for (;;) {
      const at = this.#unread.indexOf(mark, from)
      if (at >= 0) return this.#take(at + mark.length)
      from = Math.max(0, this.#unread.length - mark.length + 1)
      if (!(await this.more())) return null
    }
  }

  #take(length: number): Buffer {
    const taken = this.#unread.subarray(0, length)
    this.#unread = this.#unread.subarray(length)
    return taken
  }
}
