import type { MenuTexts } from '../menu-texts.ts'

export const menuEn: MenuTexts = {
  language: 'en',
  name: 'Plan progress',
  item: {
    recalculate: 'Recalculate',
    digest: 'Send me the digest',
    check: 'Check this workbook',
    automatic: 'Recalculate after edits',
    automaticOn: 'Switch on',
    automaticOff: 'Switch off',
    about: 'About',
  },
  working: {
    recalculate: 'Recalculating; this takes up to a minute…',
    digest: 'Asking for the digest; this takes up to a minute…',
    check: 'Checking; nothing is changed. This takes up to a minute…',
  },
  done: 'An answer has come.',
  underWay: 'Your last click is still being worked off, or was done a moment ago. It need not be repeated.',
  result: {
    changed: 'Recalculated; the results have changed and stand in the workbook.',
    unchanged: 'Recalculated; no result has changed.',
    period: (period, asOf) => `Figures up to ${period}, as of ${asOf}`,
    rows: (read, accepted, noted, held, rejected) =>
      `Rows: ${read} read; ${accepted} accepted, ${noted} accepted with a note, ${held} held, ${rejected} rejected`,
    hidden: (count) => `Rows that are hidden, and count like the others: ${count}`,
    reported: (reported, expected, late) => `Enterprises: ${reported} of ${expected} reported; ${late} late`,
    warnings: 'Please note:',
    item: (text) => `• ${text}`,
  },
  digest: {
    nothingDue:
      'No digest is due for you now: each is sent once a period, and only to those who are active in the tab Recipients.',
    periods: (periods) => (periods.length === 0 ? 'The digest has been worked on.' : `Digest of ${periods.join(', ')}`),
    messages: (sent, waiting, needsDecision, rejected) =>
      `Messages of the period: ${sent} sent, ${waiting} waiting, ${needsDecision} to be decided on, ${rejected} refused by the mail server`,
    stopped: (reasons) =>
      `Sending ended early (${reasons.join('; ')}). What was left is sent by the next run; if it stays, tell the administrator.`,
    seeSent: 'The tab Sent shows every message.',
  },
  check: {
    inPlace: 'Everything is in place.',
    findings: 'To be put right:',
    finding: (place, message, hint) => `• ${place === '' ? '' : `${place}: `}${message}.${hint === '' ? '' : ` ${hint}`}`,
    more: (lines) => `Not shown: ${lines} more lines of the check. Put these right first, then check again.`,
    rows: 'Mistakes in reported rows are listed in the tab Problems.',
  },
  trouble: {
    noAddress: (property) =>
      `The address of the service is not set, or is not an https address. Ask the administrator to set ${property} in the script's properties.`,
    noIdentity:
      'Google did not confirm who you are. Sign in with your office account, and allow this script to see your address when it asks.',
    noAnswer:
      'No answer came, though it was asked twice. The work may have been done all the same: look at the tabs Runs and Sent before you click again.',
    unauthenticated:
      'The service did not accept your identity. Sign in with your office account; if it stays, ask the administrator to check the settings of the menu.',
    notAllowed: 'Your account may not do this. Ask the administrator to add it to the list of staff.',
    wrongAddress: 'There is no such service at the address that is set. Ask the administrator to check the script’s properties.',
    tooMany: (seconds) =>
      seconds === ''
        ? 'Too many calls from your account. Wait a minute, then click again.'
        : `Too many calls from your account. Wait ${seconds} seconds, then click again.`,
    busy: 'The service is busy or being restarted. Click again in a minute; nothing was half-written.',
    workbook: 'It could not be done with the workbook as it stands; the last results were kept.',
    failed: (status, code) =>
      `The service could not do it (${[String(status), code].filter((part) => part !== '').join(', ')}). If it stays, tell the administrator.`,
  },
  automatic: {
    on: 'Switched on: three minutes after the last edit of an input tab the workbook is recalculated, in your name.',
    off: 'Switched off for your account. If a colleague switched it on as well, theirs goes on until they switch it off.',
  },
  about: {
    purpose: 'Tallysheet judges every reported row and measures the progress of the plan.',
    version: (version) => `Version ${version}`,
    account: (email) => `It acts as: ${email === '' ? 'unknown' : email}`,
    service: (item, isSet) => `“${item}”: ${isSet ? 'its address is set' : 'its address is not set yet'}`,
    automatic: { on: 'Recalculate after edits: on, by you', off: 'Recalculate after edits: not switched on by you' },
  },
}
