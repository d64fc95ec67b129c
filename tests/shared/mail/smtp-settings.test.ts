import { describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { parseSmtpSettings } from '../../../shared/mail/smtp-settings.ts'
import { transportOptions, USUAL_LIMITS } from '../../../shared/mail/smtp-transport.ts'

test.each([
  ['smtps://user@mail.example', 'p', { host: 'mail.example', port: 465, secure: true, user: 'user', password: 'p' }],
  ['smtps://user@mail.example:994/', 'p', { host: 'mail.example', port: 994, secure: true, user: 'user', password: 'p' }],
  ['smtp://me%40qq.com@smtp.qq.com', 'p', { host: 'smtp.qq.com', port: 587, secure: false, user: 'me@qq.com', password: 'p' }],
  ['smtp://me@qq.com@smtp.qq.com', 'p', { host: 'smtp.qq.com', port: 587, secure: false, user: 'me@qq.com', password: 'p' }],
  ['smtp://127.0.0.1:2525', undefined, { host: '127.0.0.1', port: 2525, secure: false, user: null, password: null }],
  ['smtp://[::1]:2525', '', { host: '::1', port: 2525, secure: false, user: null, password: null }],
])('%s', (url, password, settings) => {
  expect(parseSmtpSettings(url, password)).toEqual(settings)
})

describe('refused, with the variable named and its value never', () => {
  const URL_VARIABLE = 'TALLYSHEET_SMTP_URL'
  test.each([
    ['another scheme', 'https://user@canary.example', 'canary', URL_VARIABLE],
    ['no address', 'canary', 'canary', `${URL_VARIABLE}`],
    ['a password in the address', 'smtps://user:canary@mail.example', 'canary', URL_VARIABLE],
    ['a path', 'smtps://user@mail.example/canary', 'canary', URL_VARIABLE],
    ['a query', 'smtps://user@mail.example?canary=1', 'canary', URL_VARIABLE],
    ['no host', 'smtps://', undefined, URL_VARIABLE],
    ['a strange host', 'smtps://user@canary%0d%0a.example', 'canary', URL_VARIABLE],
    ['a broken user', 'smtps://canary%ff@mail.example', 'canary', URL_VARIABLE],
    ['a user with a line break', 'smtps://canary%0d%0aX@mail.example', 'canary', URL_VARIABLE],
    ['a user without a password', 'smtps://canary@mail.example', undefined, 'TALLYSHEET_SMTP_PASSWORD'],
    ['a password without a user', 'smtps://mail.example', 'canary', URL_VARIABLE],
  ])('%s', (_, url, password, variables) => {
    let failure: unknown
    try {
      parseSmtpSettings(url, password)
    } catch (error) {
      failure = error
    }
    expect(failure).toBeInstanceOf(Failure)
    expect((failure as Failure).code).toBe('bad-configuration')
    expect((failure as Failure).facts).toEqual({ variables })
    expect((failure as Failure).message).not.toContain('canary')
  })
})

describe('nothing travels in the clear', () => {
  const options = (url: string, password?: string) => transportOptions(parseSmtpSettings(url, password), USUAL_LIMITS)

  test.each([
    ['smtps://mail.example', true, false],
    ['smtp://mail.example', false, true],
    ['smtp://localhost.example', false, true],
    ['smtp://127.0.0.1.example', false, true],
    ['smtp://0.0.0.0', false, true],
    ['smtp://127.0.0.1', false, false],
    ['smtp://localhost', false, false],
    ['smtp://[::1]', false, false],
  ])('%s', (url, secure, requireTLS) => {
    expect(options(url)).toMatchObject({ secure, requireTLS })
    expect(options(url)).not.toHaveProperty('tls.rejectUnauthorized')
  })

  test('a sign-in that was configured is never left out, and nothing is queued again', () => {
    expect(options('smtps://user@mail.example', 'p')).toMatchObject({ forceAuth: true, maxRequeues: 0 })
  })
})
