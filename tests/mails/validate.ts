import { HtmlValidate } from 'html-validate'

/** HTML as mails need it: layout by attributes and inline styles, which mailboxes keep where they drop better ways. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // What Outlook for Windows and older mailboxes go by.
    'no-deprecated-attr': 'off',
    'no-inline-style': 'off',
    'no-conditional-comment': 'off',
    // Its older name is the one that screen readers within mail programs know.
    'presentation-role-style': 'off',
    // Parsers add it; in tables of layout it would only cost room.
    'prefer-tbody': 'off',
    // A subject is as long as a mailbox shows, not as a search engine does.
    'long-title': 'off',
    // A table of figures is named as its heading is.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

/** What html-validate finds wrong, as rule, place and message. */
export async function validate(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`))
}
