import { expect, it } from 'vitest'
import { memoryStore, type StoreCall, type StoreFault } from './memory-store.ts'

it('fails before or after applying, as told, and shows what is stored', async () => {
  const calls: StoreCall[] = []
  const faults: (StoreFault | undefined)[] = ['down', 'answer-lost', undefined, 'answer-lost', 'down']
  const store = memoryStore({
    now: () => new Date('2025-03-01T00:00:00Z'),
    fault: (call) => {
      calls.push(call)
      return faults.shift()
    },
  })
  await expect(store.write('a', '1', '0')).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(store.objects.size).toBe(0)
  await expect(store.write('a', '2', '0')).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(await store.write('a', '3', '0')).toBeNull()
  expect(store.objects.get('a')).toMatchObject({ text: '2', updatedAt: '2025-03-01T00:00:00.000Z' })
  await expect(store.remove('a', store.objects.get('a')!.generation)).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(store.objects.size).toBe(0)
  await expect(store.list('x/')).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(calls.map(({ method, name }) => `${method} ${name}`)).toEqual(['write a', 'write a', 'write a', 'remove a', 'list x/'])
})

it('passes on what a fault throws', async () => {
  const store = memoryStore({
    fault: () => {
      throw new Error('killed')
    },
  })
  await expect(store.read('a')).rejects.toThrow('killed')
})
