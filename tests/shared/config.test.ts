import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../shared/config.ts'
import type { Failure } from '../../shared/errors.ts'

const EMULATED = { TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:8000' }

test('an empty environment will do for the command line', () => {
  expect(parseConfig({})).toMatchObject({ audience: [], callers: { scheduler: [], staff: [], administrator: [] } })
})

test('lists are cut at commas, addresses lower-cased', () => {
  const { audience, callers, mailFrom } = parseConfig({
    TALLYSHEET_AUDIENCE: 'https://a-b.run.app, 123-x.apps.googleusercontent.com',
    TALLYSHEET_STAFF: 'A@b.example,c@d.example',
    TALLYSHEET_MAIL_FROM: '工信局 <plan@bureau.example>',
  })
  expect(audience).toEqual(['https://a-b.run.app', '123-x.apps.googleusercontent.com'])
  expect(callers.staff).toEqual(['a@b.example', 'c@d.example'])
  expect(mailFrom).toEqual({ name: '工信局', address: 'plan@bureau.example' })
  expect(parseConfig({ TALLYSHEET_MAIL_FROM: 'plan@bureau.example' }).mailFrom).toEqual({
    name: '',
    address: 'plan@bureau.example',
  })
})

describe('refused', () => {
  test.each([
    ['TALLYSHEET_SPREADSHEET_ID', 'a b'],
    ['TALLYSHEET_GOOGLE_URL', 'http://sheets.example'],
    ['TALLYSHEET_AUDIENCE', 'https://a-b.run.app/recalculate'],
    ['TALLYSHEET_AUDIENCE', 'https://a-b.run.app,'],
    ['TALLYSHEET_AUDIENCE', 'http://a-b.run.app'],
    ['TALLYSHEET_SCHEDULER', 'scheduler'],
    ['TALLYSHEET_STAFF', 'a@b.example;c@d.example'],
    ['TALLYSHEET_STAFF', 'Clerk <a@b.example>'],
    ['TALLYSHEET_ADMINISTRATORS', 'a@b.example,,c@d.example'],
    ['TALLYSHEET_FRONT', 'nginx'],
    ['TALLYSHEET_BUCKET', 'gs://bucket'],
    ['TALLYSHEET_MAIL_FROM', 'Name <a@b.example>, <c@d.example>'],
    ['TALLYSHEET_MAIL_FROM', 'Na\r\nBcc: x <a@b.example>'],
    ['TALLYSHEET_SMTP_URL', 'https://smtp.example'],
    ['TALLYSHEET_SMTP_URL', 'smtps://user:secret@smtp.example:465'],
    ['TALLYSHEET_TODAY', '2025-02-30'],
    ['TALLYSHEET_LANGUAGE', 'fr'],
    ['GOOGLE_CLOUD_PROJECT', 'a project'],
  ])('%s=%s', (name, value) => {
    expect(() => parseConfig({ ...EMULATED, [name]: value })).toThrow(`bad-configuration; variables: ${name}`)
  })
})

test('for emulated APIs only', () => {
  for (const [name, value] of [
    ['TALLYSHEET_TODAY', '2025-01-01'],
    ['TALLYSHEET_KEYS_URL', 'http://127.0.0.1/keys'],
  ] as const) {
    expect(() => parseConfig({ [name]: value })).toThrow(name)
    expect(() => parseConfig({ [name]: value, TALLYSHEET_GOOGLE_URL: 'https://sheets.example' })).toThrow(name)
    expect(() => parseConfig({ [name]: value, ...EMULATED })).not.toThrow()
  }
})

test('all that is bad or missing is named at once, and no value', () => {
  try {
    parseConfig({ TALLYSHEET_STAFF: 'canary', TALLYSHEET_SMTP_URL: 'smtp://u:canary@h', TALLYSHEET_BUCKET: 'CANARY' }, [
      'TALLYSHEET_SPREADSHEET_ID',
      'TALLYSHEET_AUDIENCE',
    ])
    expect.unreachable()
  } catch (thrown) {
    expect((thrown as Failure).facts.variables?.split(', ').toSorted()).toEqual([
      'TALLYSHEET_AUDIENCE',
      'TALLYSHEET_BUCKET',
      'TALLYSHEET_SMTP_URL',
      'TALLYSHEET_SPREADSHEET_ID',
      'TALLYSHEET_STAFF',
    ])
    expect((thrown as Failure).message.toLowerCase()).not.toContain('canary')
  }
})

test('S02: the audience may be missing only where Google is emulated', () => {
  expect(() => parseConfig({}, ['TALLYSHEET_AUDIENCE'])).toThrow('TALLYSHEET_AUDIENCE')
  expect(() => parseConfig({ TALLYSHEET_AUDIENCE: '' }, ['TALLYSHEET_AUDIENCE'])).toThrow('TALLYSHEET_AUDIENCE')
  expect(() => parseConfig(EMULATED, ['TALLYSHEET_AUDIENCE'])).not.toThrow()
})
