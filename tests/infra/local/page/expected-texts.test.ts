import { expect, test } from 'vitest'
import { ExpectedTexts } from '../../../../infra/local/page/client/expected-texts.ts'

function typed() {
  const texts = new ExpectedTexts()
  texts.expect(99, 2, [['a', null], ['b']])
  return texts
}

test('what was typed is expected at its place until rows come that the server sent after taking it', () => {
  const texts = typed()
  expect([texts.at(99, 2), texts.at(99, 3), texts.at(100, 2)]).toEqual(['a', undefined, 'b'])
  expect(texts.taken()).toEqual([])
  texts.settle(true)
  const before = texts.revision
  texts.drop(texts.taken(), 100, 200)
  expect([texts.at(99, 2), texts.at(100, 2)]).toEqual(['a', undefined])
  expect(texts.revision).toBeGreaterThan(before)
})

test('rows that were asked for before the server took it leave it as it is', () => {
  const texts = typed()
  const taken = texts.taken()
  texts.settle(true)
  texts.drop(taken, 0, 200)
  expect([texts.at(99, 2), texts.at(100, 2)]).toEqual(['a', 'b'])
})

test('what the server refused is shown no longer', () => {
  const texts = typed()
  texts.settle(false)
  expect([texts.at(99, 2), texts.at(100, 2)]).toEqual([undefined, undefined])
})
