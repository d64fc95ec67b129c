import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STORES } from './stores.ts'

describe.each(STORES)('an object store $kind', ({ make }) => {
  it('finds nothing where nothing is', async () => {
    const store = await make()
    expect(await store.read('a/1.json')).toBeNull()
    expect(await store.list('a/')).toEqual([])
    expect(await store.remove('a/1.json', '1')).toBe(false)
    expect(await store.remove('a/1.json', '0')).toBe(false)
  })

  it('writes once where there must be none', async () => {
    const store = await make()
    const first = await store.write('digest/2025-03/李@例.cn', '{"state":"planned","名":"甲\u{1f600}"}', '0')
    expect(first).toMatchObject({ name: 'digest/2025-03/李@例.cn', text: '{"state":"planned","名":"甲\u{1f600}"}' })
    expect(await store.write('digest/2025-03/李@例.cn', '{}', '0')).toBeNull()
    expect(await store.read('digest/2025-03/李@例.cn')).toEqual(first)
  })

  it('replaces only the generation that was read', async () => {
    const store = await make()
    const first = await store.write('a', '1', '0')
    const second = await store.write('a', '2', first!.generation)
    expect(second!.generation).not.toBe(first!.generation)
    expect(await store.write('a', '3', first!.generation)).toBeNull()
    expect((await store.read('a'))?.text).toBe('2')
    expect(await store.write('never', '1', first!.generation)).toBeNull()
    expect(await store.read('never')).toBeNull()
  })

  it('removes only the generation that was read, and never gives one twice', async () => {
    const store = await make()
    const first = await store.write('a', '1', '0')
    const second = await store.write('a', '2', first!.generation)
    expect(await store.remove('a', first!.generation)).toBe(false)
    expect(await store.remove('a', '0')).toBe(false)
    expect(await store.remove('a', second!.generation)).toBe(true)
    expect(await store.read('a')).toBeNull()
    const third = await store.write('a', '1', '0')
    expect([first!.generation, second!.generation]).not.toContain(third!.generation)
  })

  it('lists by prefix, in the order of names', async () => {
    const store = await make()
    for (const name of ['b/2', 'a/10', 'a/2', 'a/Z', 'a/ä', 'ab', 'a/\u{1f600}', 'a/\uff21']) await store.write(name, 'x', '0')
    const listed = await store.list('a/')
    expect(listed.map(({ name }) => name)).toEqual(['a/10', 'a/2', 'a/Z', 'a/ä', 'a/\uff21', 'a/\u{1f600}'])
    expect(listed[0]!.generation).toBe((await store.read('a/10'))!.generation)
    expect(new Date(listed[0]!.updatedAt).toISOString()).toBe(listed[0]!.updatedAt)
    expect(await store.list('')).toHaveLength(8)
  })

  it('lets exactly one of 50 writers be first', async () => {
    const store = await make()
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, writer) => store.write('claim', `run ${writer}`, '0')))
    const winners = outcomes.filter((outcome) => outcome !== null)
    expect(winners).toHaveLength(1)
    expect(await store.read('claim')).toEqual(winners[0])
  })

  it('refuses an empty content', async () => {
    const store = await make()
    await expect(store.write('a', '', '0')).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await store.read('a')).toBeNull()
  })

  it('keeps names and texts as they are', async () => {
    const store = await make()
    // Google takes no line break in a name, and the client none that is a mere dot or two.
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\r\n]/.test(text) && !/^\.\.?$/.test(text))
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(name, text, async (given, content) => {
        const before = await store.read(given)
        await store.write(given, content, before?.generation ?? '0')
        expect((await store.read(given))?.text).toBe(content)
      }),
      { numRuns: 60 },
    )
  })
})
