import { Failure } from '../../shared/errors.ts'
import type { Mail, MailDoor, SendOutcome } from '../../shared/ports.ts'

interface MailCall {
  method: 'prepare' | 'send' | 'reconcile'
  key: string
  address: string
}

/**
 * What goes wrong with a call: `lost-before` and `lost-after`: the connection breaks before or after the mail is accepted, which the sender
 * can't tell apart; `later`, `stopped`, `rejected`: answers of the provider; `down`: refused before anything could leave; `lagging`: what was sent isn't to be found
 * yet; `crash`: accepted, and then the door itself breaks.
 * `refused`: this very mail can't be taken.
 */
export type MailFault = 'lost-before' | 'lost-after' | 'later' | 'stopped' | 'rejected' | 'down' | 'lagging' | 'crash' | 'refused'

export interface MemoryMailbox {
  /** Everything accepted, in order. */
  accepted: Mail[]
  /** How often each key was accepted. */
  times(key: string): number
  /** A door as one process holds it; `fault` is asked before each call is applied and may throw, as a kill does. */
  door(fault?: (call: MailCall) => MailFault | undefined): MailDoor
}

/**
 * A provider in memory. `drafts` is like Gmail: a draft can be sent once and then is gone. `blind` is like SMTP: nobody can tell
 * afterwards what was accepted. `open` has no drafts either, but can be looked into, like the mailbox of a training machine.
 */
export type MailboxKind = 'drafts' | 'blind' | 'open'

/** Turns that others get while a mail is on its way. */
const TURNS_ON_THE_WAY = 25

export function memoryMailbox(kind: MailboxKind): MemoryMailbox {
  const drafts = kind === 'drafts'
  const accepted: Mail[] = []
  const laidDown = new Map<string, Mail>()
  let lastDraft = 0

  const door = (fault: (call: MailCall) => MailFault | undefined = () => undefined): MailDoor => {
    const arrive = async (method: MailCall['method'], mail: Mail) => {
      const what = fault({ method, key: mail.key, address: mail.to.address })
      await Promise.resolve()
      if (what === 'down') throw new Failure('unavailable')
      if (what === 'refused') throw new Failure('refused')
      return what
    }
    return {
      kind,
      prepare: async (mail) => {
        await arrive('prepare', mail)
        if (!drafts) return null
        const id = `draft-${++lastDraft}`
        laidDown.set(id, mail)
        return id
      },
      send: async (mail, prepared): Promise<SendOutcome> => {
        const what = await arrive('send', mail)
        if (what === 'lost-before') return { state: 'unknown', reason: 'connection-lost' }
        if (what === 'later' || what === 'stopped' || what === 'rejected') return { state: what, reason: what }
        for (let turn = 0; turn < TURNS_ON_THE_WAY; turn++) await Promise.resolve()
        if (drafts) {
          const laid = laidDown.get(prepared ?? '')
          if (!laid) return { state: 'unknown', reason: 'draft-gone' }
          laidDown.delete(prepared!)
          accepted.push(laid)
        } else accepted.push(mail)
        if (what === 'crash') throw new TypeError('the answer has no body')
        return what === 'lost-after'
          ? { state: 'unknown', reason: 'connection-lost' }
          : { state: 'sent', reference: `reference-${accepted.length}` }
      },
      reconcile: async (mail, prepared) => {
        const what = await arrive('reconcile', mail)
        if (kind === 'blind') return 'unknown'
        if (laidDown.has(prepared ?? '')) return 'not-sent'
        if (what === 'lagging') return 'unknown'
        const found = accepted.some(({ key }) => key === mail.key)
        return found ? 'sent' : drafts ? 'unknown' : 'not-sent'
      },
      close: async () => {},
    }
  }
  return { accepted, times: (key) => accepted.filter((mail) => mail.key === key).length, door }
}
