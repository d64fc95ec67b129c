/** What an image holds: the functions, and what starts them. */
export const ENTRIES: Readonly<Record<string, string>> = {
  'recalculate/index': 'functions/recalculate/index.ts',
  'send-digest/index': 'functions/send-digest/index.ts',
  'send-reminders/index': 'functions/send-reminders/index.ts',
  start: 'infra/build/start.ts',
}

/** What it goes through while it is built. */
export const REHEARSAL: Readonly<Record<string, string>> = { 'rehearsal/write-code-cache': 'infra/build/write-code-cache.ts' }
