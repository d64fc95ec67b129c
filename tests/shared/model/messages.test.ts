import { expect, test } from 'vitest'
import { textsFor } from '../../../shared/model/texts/texts.ts'

test('every failure has its words and its hint in both languages, or in neither', () => {
  const [zh, en] = [textsFor('zh-CN').messages, textsFor('en').messages]
  expect(Object.keys(en.failure).toSorted()).toEqual(Object.keys(zh.failure).toSorted())
  expect(Object.keys(en.hint).toSorted()).toEqual(Object.keys(zh.hint).toSorted())
})

test.each(['zh-CN', 'en'] as const)(
  'every message and every hint in %s is a whole sentence: what follows it stands apart',
  (language) => {
    const { failure, hint } = textsFor(language).messages
    for (const [code, words] of [...Object.entries(failure), ...Object.entries(hint)])
      expect([code, words({ what: 'x', variables: 'x', found: 'x', cells: 'x' })]).toEqual([
        code,
        expect.stringMatching(/[.。]$/),
      ])
  },
)
