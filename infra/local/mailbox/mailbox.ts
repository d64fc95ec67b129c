import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createServer as createTlsServer } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { listen } from '../listen.ts'
import type { Behaviour, Stage } from './behaviour.ts'
import { attend, type Gatekeeper } from './gate.ts'
import { type KeptMail, openMailFolder } from './mail-folder.ts'
import { Peer } from './peer.ts'

export interface MailboxOptions {
  /** Where mails are kept. */
  readonly folder: string
  /** 0, the default, takes a free port. */
  readonly port?: number
  /** Takes the next free port when the wanted one is in use. */
  readonly nextFreePort?: boolean
  /** Misbehaves as told; by default every mail is taken. */
  readonly behaviour?: Behaviour
  /** Who may send; without, everybody on this machine may. */
  readonly account?: { readonly user: string; readonly password: string }
  /** With a certificate (PEM) TLS is spoken from the first byte, or offered by STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly begin: 'at-once' | 'starttls' }
}

/** A running mail server that delivers nowhere. */
export interface Mailbox {
  readonly url: string
  readonly port: number
  /** Newest first. */
  mails(): KeptMail[]
  /** Tells of every mail that arrives until the returned function is called. */
  onArrival(listener: () => void): () => void
  close(): Promise<void>
}

/** Starts an SMTP server on 127.0.0.1 that keeps what arrives. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const folder = await openMailFolder(options.folder)
  const { tls, behaviour, account } = options
  /** Replies to messages that are to be refused, by the port from which the gate reaches the server. */
  const refusals = new Map<number, string>()
  const listeners = new Set<() => void>()

  const server = new SMTPServer({
    ...(tls?.begin === 'starttls' ? { key: tls.key, cert: tls.cert } : { disabledCommands: ['STARTTLS'] }),
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true,
    logger: false,
    closeTimeout: 1_000,
    onAuth: ({ username, password }, _session, done) =>
      account && (username !== account.user || password !== account.password)
        ? done(refusal('535 5.7.8 Authentication failed'))
        : done(null, { user: username }),
    onData: (content, { envelope, remotePort }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const to = envelope.rcptTo.map(({ address }) => address)
      buffer(content)
        .then(async (raw) => {
          const reply = refusals.get(remotePort)
          refusals.delete(remotePort)
          if (reply !== undefined) throw refusal(reply)
          return folder.keep(raw, { from, to })
        })
        .then(({ name }) => {
          done(null, `2.0.0 Kept as ${name}`)
          for (const listener of listeners) listener()
        }, done)
    },
  })
  server.on('error', () => undefined)
  await listen(server.server, 0, false)

  const sockets = new Set<Socket>()
  const counts = new Map<Stage, number>()
  let connections = 0

  async function take(socket: Socket): Promise<void> {
    const connection = ++connections
    const inner = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    for (const each of [socket, inner]) sockets.add(each.on('close', () => sockets.delete(each)))
    let recipient: string | null = null
    const keeper: Gatekeeper = {
      effectAt(stage, line) {
        if (stage === 'MAIL' || stage === 'RSET') recipient = null
        if (stage === 'RCPT') recipient = /<([^>]*)>/.exec(line)?.[1] ?? null
        const nth = (counts.get(stage) ?? 0) + 1
        counts.set(stage, nth)
        return behaviour?.({ stage, recipient, connection, nth })
      },
      refuse: (reply) => refusals.set(inner.localPort!, reply),
    }
    await attend(new Peer(socket), new Peer(inner), keeper)
    if (!socket.writableEnded) socket.destroy()
    inner.destroy()
  }

  const answer = (socket: Socket) => void take(socket)
  const gate = tls?.begin === 'at-once' ? createTlsServer({ key: tls.key, cert: tls.cert }, answer) : createServer(answer)
  await listen(gate, options.port ?? 0, options.nextFreePort ?? false)
  const { port } = gate.address() as AddressInfo
  return {
    url: `${tls?.begin === 'at-once' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    port,
    mails: folder.list,
    onArrival: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => gate.close(resolve))
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

/** An error as smtp-server wants it for a reply such as `451 4.7.1 Greylisted`. */
const refusal = (reply: string): Error => Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })
