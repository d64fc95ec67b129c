/** What is bundled: the functions, and the script that an image runs once it has them. */
export const ENTRIES: Readonly<Record<string, string>> = {
  'recalculate/index': 'functions/recalculate/index.ts',
  'send-digest/index': 'functions/send-digest/index.ts',
  'send-reminders/index': 'functions/send-reminders/index.ts',
  'write-compile-cache': 'infra/build/write-compile-cache.ts',
}
