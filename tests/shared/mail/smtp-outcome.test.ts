import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../../shared/mail/smtp-outcome.ts'

// What providers say in the wild, as nodemailer reports it, and what that proves.

const reply = (code: string, command: string, response: string) => ({
  code,
  command,
  response,
  responseCode: Number(response.slice(0, 3)),
})

describe('before the final dot', () => {
  test.each([
    ['rejected', 'EENVELOPE', 'RCPT TO', '550 5.1.1 <a@x.example>: Recipient address rejected: User unknown'],
    ['rejected', 'EENVELOPE', 'RCPT TO', '550 User not found'],
    ['rejected', 'EENVELOPE', 'RCPT TO', '553 5.1.3 Bad address syntax'],
    ['rejected', 'EENVELOPE', 'RCPT TO', '552 5.2.2 Mailbox full'],
    ['rejected', 'EENVELOPE', 'RCPT TO', '554 5.7.1 Recipient refuses mail from you'],
    ['rejected', 'EENVELOPE', 'MAIL FROM', '552 5.3.4 Message size exceeds fixed limit'],
    ['rejected', 'EENVELOPE', 'DATA', '554 5.5.1 No valid recipients'],
    ['later', 'EENVELOPE', 'RCPT TO', '450 4.7.1 Greylisting in action'],
    ['later', 'EENVELOPE', 'RCPT TO', '451 4.7.1 Greylisted, please come back later'],
    ['later', 'EENVELOPE', 'RCPT TO', '452 4.2.2 Mailbox full'],
    ['later', 'EENVELOPE', 'RCPT TO', '421 4.7.0 Too many connections'],
    ['later', 'EENVELOPE', 'MAIL FROM', '421 4.7.0 Try again later'],
    ['later', 'EENVELOPE', 'MAIL FROM', '452 4.3.1 Insufficient system storage'],
    ['later', 'EENVELOPE', 'MAIL FROM', '503 5.5.1 Bad sequence of commands'],
    ['later', 'EENVELOPE', 'DATA', '451 4.3.0 Try again'],
    ['later', 'ETLS', 'STARTTLS', '454 4.7.0 TLS not available'],
    ['later', 'ETLS', 'STARTTLS', '502 5.5.1 Command not implemented'],
    ['later', 'EPROTOCOL', 'CONN', '421 4.3.2 Service not available'],
    ['later', 'EPROTOCOL', 'CONN', '450 Busy'],
    ['stopped', 'EPROTOCOL', 'CONN', '554 5.7.1 Service unavailable; client host blocked'],
    ['stopped', 'EPROTOCOL', 'HELO', '550 Access denied'],
    ['stopped', 'EAUTH', 'AUTH PLAIN', '535 5.7.8 Authentication failed'],
    ['stopped', 'EAUTH', 'AUTH LOGIN', '454 4.7.0 Temporary authentication failure'],
    ['stopped', 'EAUTH', 'AUTH PLAIN', '534 5.7.9 Application-specific password required'],
    ['stopped', 'EAUTH', 'AUTH PLAIN', '503 5.5.1 Error: authentication not enabled'],
    ['later', 'EAUTH', 'AUTH PLAIN', '421 4.7.0 Try again later'],
    ['stopped', 'EENVELOPE', 'MAIL FROM', '530 5.7.0 Authentication required'],
    ['stopped', 'EENVELOPE', 'MAIL FROM', '553 5.7.1 Sender address rejected: not owned by user'],
    ['stopped', 'EENVELOPE', 'MAIL FROM', '451 4.7.1 Too many messages, slow down'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '550 5.4.5 Daily user sending limit exceeded'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '554 5.7.1 <a@x.example>: Relay access denied'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '550 RP:TRC'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '451 RP:QRC Requested mail action not taken'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '550 Domain frequency limited. http://service.mail.qq.com/'],
    ['stopped', 'EENVELOPE', 'RCPT TO', '550 5.1.8 Sender address rejected: Domain not found'],
  ])('%s: %s at %s, %s', (state, code, command, response) => {
    expect(outcomeOf(reply(code, command, response), false).state).toBe(state)
  })

  test.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EABORT'])('%s proves that nothing was accepted', (code) => {
    expect(outcomeOf({ code, command: 'CONN' }, false).state).toBe('later')
  })
})

describe('after the final dot', () => {
  test.each([
    ['rejected', 'EMESSAGE', 'DATA', '550 5.1.1 User unknown'],
    ['rejected', 'EMESSAGE', 'DATA', '554 DT:SPM'],
    ['later', 'EMESSAGE', 'DATA', '451 4.7.1 Greylisted'],
    ['stopped', 'EMESSAGE', 'DATA', '554 5.5.0 MI:STC 163 smtp8'],
    ['stopped', 'EMESSAGE', 'DATA', '554 DT:SUM 163 smtp8'],
    ['stopped', 'EMESSAGE', 'DATA', '550 5.7.26 Unauthenticated mail is prohibited'],
    ['stopped', 'EMESSAGE', 'DATA', '450 4.7.28 Unusual rate of mail'],
    ['unknown', 'EMESSAGE', 'DATA', '421 4.3.2 Shutting down'],
    ['unknown', 'EMESSAGE', 'DATA', '354 What?'],
    ['unknown', 'EPROTOCOL', 'CONN', '550 Unexpected'],
    ['unknown', 'ECONNECTION', 'CONN', '451 4.3'],
  ])('%s: %s at %s, %s', (state, code, command, response) => {
    expect(outcomeOf(reply(code, command, response), true).state).toBe(state)
  })

  test.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EABORT'])('%s proves nothing', (code) => {
    expect(outcomeOf({ code, command: 'CONN' }, true).state).toBe('unknown')
  })

  test('an error that nobody expected proves nothing either', () => {
    expect(outcomeOf(new Error('canary') as object, true).state).toBe('unknown')
  })
})

test('the reason has command and codes, and nothing of what the server said', () => {
  const error = reply('EENVELOPE', 'RCPT TO', '550 5.1.1 <zhang@x.example> token=canary')
  expect(outcomeOf(error, false)).toEqual({ state: 'rejected', reason: '550 5.1.1 at RCPT TO' })
  expect(outcomeOf({ code: 'ETIMEDOUT', command: 'CONN' }, true)).toEqual({ state: 'unknown', reason: 'ETIMEDOUT at CONN' })
})
