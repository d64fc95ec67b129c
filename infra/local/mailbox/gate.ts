import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Effect, Stage, Verb } from './behaviour.ts'
import type { Peer } from './peer.ts'

const VERBS: readonly string[] = [
  'EHLO',
  'HELO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
] satisfies Verb[]

/** What the gate asks while it stands between a client and the server. */
export interface Gatekeeper {
  /** What to do at this stage; `line` is the command as the client wrote it. */
  effectAt(stage: Stage, line: string): Effect | undefined
  /** The server is to refuse the message that it is about to get. */
  refuse(reply: string): void
}

/**
 * Passes a session on command by command, and misbehaves as the gatekeeper says. After STARTTLS nothing can be read any more and all is
 * passed on as it is. Ends when either side has hung up.
 */
export async function attend(client: Peer, server: Peer, keeper: Gatekeeper): Promise<void> {
  let line = ''
  let stage: Stage | null = 'CONNECT'
  for (;;) {
    const reply = await exchange(client, server, keeper, stage, line)
    if (reply === null) return
    if (reply.startsWith('421')) return void client.socket.end()
    if (stage === 'STARTTLS' && reply.startsWith('220')) return tunnel(client, server)
    if (stage === 'DATA' && reply.startsWith('354')) {
      if ((await takeMessage(client, server, keeper)) === null) return
    }
    const next = await client.line()
    if (next === null) return
    // Within a sign-in come secrets, not commands.
    stage = stage !== 'CONNECT' && reply.startsWith('334') ? null : stageOf(next)
    line = next
  }
}

const stageOf = (line: string): Stage | null => {
  const verb = line.trim().split(/[ :]/, 1)[0]!.toUpperCase()
  return VERBS.includes(verb) ? (verb as Verb) : null
}

/** Gives the reply that the client got, or null when the connection is to be cut. */
async function exchange(client: Peer, server: Peer, keeper: Gatekeeper, stage: Stage | null, line: string) {
  const effect = stage === null ? undefined : keeper.effectAt(stage, line)
  if (stage === 'CONNECT' && effect?.kind === 'answer') await server.reply()
  if (effect?.kind === 'answer') return tell(client, `${effect.reply}\r\n`)
  return act(client, server, effect, stage === 'CONNECT' ? '' : line)
}

async function takeMessage(client: Peer, server: Peer, keeper: Gatekeeper): Promise<string | null> {
  if (!client.hasUnread && !(await client.more())) return null
  const midway = keeper.effectAt('CONTENT', '')
  if (midway?.kind === 'delay') await sleep(midway.ms)
  else if (midway && midway.kind !== 'answer') return act(client, server, midway, '')
  const content = await client.content()
  if (content === null) return null
  const effect = keeper.effectAt('MESSAGE', '')
  if (effect?.kind === 'answer') keeper.refuse(effect.reply)
  const reply = await act(client, server, effect?.kind === 'answer' ? undefined : effect, content)
  if (reply?.startsWith('421')) client.socket.end()
  return reply?.startsWith('421') ? null : reply
}

/** Hands the words on to the server and its reply back to the client, unless the effect says otherwise. */
async function act(client: Peer, server: Peer, effect: Effect | undefined, words: string | Buffer): Promise<string | null> {
  if (effect?.kind === 'drop') return null
  if (effect?.kind === 'silent') return untilGone(client)
  if (effect?.kind === 'delay') await sleep(effect.ms)
  if (words.length > 0) server.socket.write(words)
  const reply = await server.reply()
  if (reply === null || effect?.kind === 'lost') return null
  return tell(client, reply)
}

function tell(client: Peer, reply: string): string {
  client.socket.write(reply)
  return reply
}

async function untilGone(client: Peer): Promise<null> {
  while (await client.more());
  return null
}

async function tunnel(client: Peer, server: Peer): Promise<void> {
  server.socket.write(await client.release())
  client.socket.write(await server.release())
  client.socket.pipe(server.socket)
  server.socket.pipe(client.socket)
  await Promise.race([once(client.socket, 'close'), once(server.socket, 'close')])
}
