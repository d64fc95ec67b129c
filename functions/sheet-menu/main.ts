import { automaticOff, automaticOn, markEdited, recalculateWhenQuiet } from './automatic.ts'
import { automaticState } from './automatic-state.ts'
import { callService, type Outcome } from './call-service.ts'
import { oncePerClick } from './once-per-click.ts'
import { say } from './say.ts'
import { tellCheck } from './tell-check.ts'
import { tellDigest } from './tell-digest.ts'
import { tellRecalculation } from './tell-recalculation.ts'
import { tellRefusal } from './tell-refusal.ts'
import { menuTexts } from './workbook-language.ts'

// What Google calls by name. The build makes each export a function of the script's own, under the same name.

export { automaticOff, automaticOn, markEdited, recalculateWhenQuiet }

/** The menu, made whenever somebody opens the workbook. Nothing here may need more rights than a simple trigger has. */
export function onOpen(): void {
  const { name, item } = menuTexts()
  const ui = SpreadsheetApp.getUi()
  ui.createMenu(name)
    .addItem(item.recalculate, 'recalculateNow')
    .addItem(item.digest, 'sendMeTheDigest')
    .addItem(item.check, 'checkThisWorkbook')
    .addSeparator()
    .addSubMenu(ui.createMenu(item.automatic).addItem(item.automaticOn, 'automaticOn').addItem(item.automaticOff, 'automaticOff'))
    .addItem(item.about, 'aboutTallysheet')
    .addToUi()
}

/** Recalculates and says what came of it. */
export function recalculateNow(): void {
  const texts = menuTexts()
  const outcome = oncePerClick('recalculate', texts, (key) => callService('RECALCULATE_URL', { reason: 'menu' }, key))
  if (!outcome) return
  say(texts.item.recalculate, 'document' in outcome ? tellRecalculation(outcome.document, texts) : tellRefusal(outcome, texts))
}

/** Has the digest sent to the one who clicked, and to nobody else. */
export function sendMeTheDigest(): void {
  const texts = menuTexts()
  const to = Session.getActiveUser().getEmail()
  const outcome: Outcome | undefined =
    to === '' ? { kind: 'no-identity' } : oncePerClick('digest', texts, (key) => callService('SEND_DIGEST_URL', { to }, key))
  if (!outcome) return
  say(texts.item.digest, 'document' in outcome ? tellDigest(outcome.document, texts) : tellRefusal(outcome, texts))
}

/** Has the service look whether everything is in place, and shows what isn't; nothing is changed. */
export function checkThisWorkbook(): void {
  const texts = menuTexts()
  const outcome = oncePerClick('check', texts, (key) => callService('RECALCULATE_URL', {}, key, 'check'))
  if (!outcome) return
  say(texts.item.check, 'document' in outcome ? tellCheck(outcome.document, texts) : tellRefusal(outcome, texts))
}

/** What this is, as whom it acts, and whether it recalculates by itself. */
export function aboutTallysheet(): void {
  const texts = menuTexts()
  const { about, item } = texts
  const properties = PropertiesService.getScriptProperties()
  const isSet = (name: string): boolean => (properties.getProperty(name) ?? '') !== ''
  say(item.about, [
    about.purpose,
    about.version(TALLYSHEET_VERSION),
    about.account(Session.getActiveUser().getEmail()),
    about.service(item.recalculate, isSet('RECALCULATE_URL')),
    about.service(item.digest, isSet('SEND_DIGEST_URL')),
    about.automatic[automaticState()],
  ])
}
