import { createHash } from 'node:crypto'
import { storage_v1 } from 'googleapis/build/src/apis/storage/v1.js'
import { expect, it } from 'vitest'
import { startEmulator } from '../emulator.ts'

const BUCKET = 'outbox'

async function start(now = () => Date.parse('2025-03-01T00:00:00Z')) {
  const { apis, call } = await startEmulator({ buckets: [BUCKET], now })
  const rootUrl = `${apis.url}/`
  const { objects } = new storage_v1.Storage({ rootUrl })
  const insert = (name: string, body: string, more: storage_v1.Params$Resource$Objects$Insert = {}) =>
    objects.insert({ bucket: BUCKET, name, media: { mimeType: 'text/plain', body }, ...more }, { rootUrl, retry: false })
  return { apis, call, objects, insert, rootUrl }
}

it('describes what was uploaded as Google does', async () => {
  const { insert } = await start()
  const { data } = await insert('a/123456789.txt', '123456789')
  expect(data).toEqual({
    kind: 'storage#object',
    id: 'outbox/a/123456789.txt/1740787200000000',
    selfLink: 'https://www.googleapis.com/storage/v1/b/outbox/o/a%2F123456789.txt',
    mediaLink:
      'https://storage.googleapis.com/download/storage/v1/b/outbox/o/a%2F123456789.txt?generation=1740787200000000&alt=media',
    name: 'a/123456789.txt',
    bucket: 'outbox',
    generation: '1740787200000000',
    metageneration: '1',
    contentType: 'text/plain',
    storageClass: 'STANDARD',
    size: '9',
    md5Hash: createHash('md5').update('123456789').digest('base64'),
    // The check value of CRC-32C, 0xe3069283.
    crc32c: Buffer.from('e3069283', 'hex').toString('base64'),
    etag: expect.any(String),
    timeCreated: '2025-03-01T00:00:00.000Z',
    updated: '2025-03-01T00:00:00.000Z',
    timeStorageClassUpdated: '2025-03-01T00:00:00.000Z',
    timeFinalized: '2025-03-01T00:00:00.000Z',
  })
})

it('takes an upload with its metadata before it, byte for byte', async () => {
  const { objects, insert } = await start()
  const body = '--x\r\n\r\n--\r\n县 \u0000 end\r\n'
  const { data } = await insert('', body, {
    requestBody: { name: '企业/甲?#%.json', metadata: { writer: 'w1' }, contentType: 'application/json' },
  })
  expect([data.name, data.contentType, data.metadata]).toEqual(['企业/甲?#%.json', 'application/json', { writer: 'w1' }])
  const read = await objects.get({ bucket: BUCKET, object: '企业/甲?#%.json', alt: 'media' }, { responseType: 'text' })
  expect(read.data).toBe(body)
})

it('refuses by generation with the body that Google sends', async () => {
  const { insert, objects } = await start()
  const { data: first } = await insert('a', '1', { ifGenerationMatch: '0' })
  const refused = await insert('a', '2', { ifGenerationMatch: '0' }).catch((error) => error)
  expect([refused.status, refused.response.data]).toEqual([
    412,
    {
      error: {
        code: 412,
        message: 'At least one of the pre-conditions you specified did not hold.',
        errors: [
          {
            message: 'At least one of the pre-conditions you specified did not hold.',
            domain: 'global',
            reason: 'conditionNotMet',
            locationType: 'header',
            location: 'If-Match',
          },
        ],
      },
    },
  ])
  const { data: second } = await insert('a', '2', { ifGenerationMatch: first.generation! })
  expect(Number(second.generation)).toBeGreaterThan(Number(first.generation))
  const old = { bucket: BUCKET, object: 'a', ifGenerationMatch: first.generation! }
  await expect(objects.delete(old, { retry: false })).rejects.toMatchObject({ status: 412 })
  await expect(objects.get({ ...old }, { retry: false })).rejects.toMatchObject({ status: 412 })
  await expect(insert('b', '1', { ifMetagenerationMatch: '1' })).rejects.toMatchObject({ status: 412 })
  await expect(insert('a', '3', { ifGenerationNotMatch: second.generation! })).rejects.toMatchObject({ status: 412 })
  const { status } = await objects.delete({ bucket: BUCKET, object: 'a', ifGenerationMatch: second.generation! })
  expect(status).toBe(204)
})

it('says what is missing, the object or the bucket', async () => {
  const { call, objects } = await start()
  const object = await call('GET', '/storage/v1/b/outbox/o/none')
  expect([object.status, object.body.error.message, object.body.error.errors[0].reason]).toEqual([
    404,
    'No such object: outbox/none',
    'notFound',
  ])
  expect(await call('GET', '/storage/v1/b/outbox/o/none?alt=media')).toEqual({ status: 404, body: 'No such object: outbox/none' })
  const bucket = await call('GET', '/storage/v1/b/elsewhere/o')
  expect([bucket.status, bucket.body.error.message]).toEqual([404, 'The specified bucket does not exist.'])
  await expect(objects.delete({ bucket: BUCKET, object: 'none' })).rejects.toMatchObject({ status: 404 })
  await call('POST', '/_emulator/buckets', { name: 'elsewhere' })
  expect(await call('GET', '/storage/v1/b/elsewhere/o')).toEqual({ status: 200, body: { kind: 'storage#objects' } })
})

it('lists by pages that hold together while objects go', async () => {
  const { objects, insert } = await start()
  for (const name of ['p/1', 'p/2', 'p/3', 'q/1']) await insert(name, 'x')
  const first = await objects.list({ bucket: BUCKET, prefix: 'p/', maxResults: 2, fields: 'items(name),nextPageToken' })
  expect(first.data).toEqual({ items: [{ name: 'p/1' }, { name: 'p/2' }], nextPageToken: expect.any(String) })
  await objects.delete({ bucket: BUCKET, object: 'p/1' })
  const second = await objects.list({ bucket: BUCKET, prefix: 'p/', maxResults: 2, pageToken: first.data.nextPageToken! })
  expect(second.data.items?.map(({ name }) => name)).toEqual(['p/3'])
  expect(second.data.nextPageToken).toBeUndefined()
})

it('keeps the versions of one name, and gives each by its generation', async () => {
  const { objects, insert } = await start()
  const { data: first } = await insert('a', '1')
  await insert('ab', 'another')
  const { data: second } = await insert('a', '2')
  await objects.delete({ bucket: BUCKET, object: 'a' })
  const { data } = await objects.list({ bucket: BUCKET, prefix: 'a', versions: true })
  expect(data.items?.map(({ name, generation }) => [name, generation])).toEqual([
    ['a', first.generation],
    ['a', second.generation],
  ])
  const old = { bucket: BUCKET, object: 'a', generation: first.generation!, alt: 'media' }
  expect((await objects.get(old, { responseType: 'text' })).data).toBe('1')
  await expect(objects.get({ bucket: BUCKET, object: 'a' })).rejects.toMatchObject({ status: 404 })
  await expect(objects.get({ bucket: BUCKET, object: 'a', generation: '7' })).rejects.toMatchObject({ status: 404 })
})

it('refuses malformed uploads', async () => {
  const { apis, call } = await start()
  const post = async (query: string, type: string, body: string) => {
    const response = await fetch(`${apis.url}/upload/storage/v1/b/outbox/o?${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    return [response.status, ((await response.json()) as { error: { errors: { reason: string }[] } }).error.errors[0]!.reason]
  }
  expect(await post('uploadType=media', 'text/plain', 'x')).toEqual([400, 'required'])
  expect(await post('uploadType=media&name=a%0Ab', 'text/plain', 'x')).toEqual([400, 'invalid'])
  expect(await post(`uploadType=media&name=${'a'.repeat(1025)}`, 'text/plain', 'x')).toEqual([400, 'invalid'])
  expect(await post('uploadType=media&name=a&ifGenerationMatch=x', 'text/plain', 'x')).toEqual([400, 'invalid'])
  expect(await post('uploadType=multipart', 'text/plain', 'x')).toEqual([400, 'badContent'])
  expect(await post('uploadType=multipart', 'multipart/related; boundary=b', '--b\r\n\r\n{}\r\n--b--')).toEqual([
    400,
    'badContent',
  ])
  expect(await post('uploadType=multipart', 'multipart/related; boundary=b', '--b\r\n\r\n{\r\n--b\r\n\r\nx\r\n--b--')).toEqual([
    400,
    'parseError',
  ])
  expect(await post('uploadType=resumable&name=a', 'text/plain', 'x')).toEqual([501, 'notImplemented'])
  expect((await call('GET', '/storage/v1/b/outbox/o')).body.items).toBeUndefined()
})

it('counts, logs and disturbs these calls as all others', async () => {
  const { apis, insert, call } = await start()
  apis.requests.clear()
  apis.faults.add({ on: 'write', effect: { kind: 'status', status: 503 } })
  const refused = await insert('a', 'x').catch((error) => error)
  expect(refused.response.data.error).toMatchObject({ code: 503, errors: [{ reason: 'backendError' }] })
  await insert('a', 'x')
  await call('GET', '/storage/v1/b/outbox/o/a')
  expect([apis.requests.reads, apis.requests.writes]).toEqual([1, 2])
  expect(apis.requests.entries.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'POST /upload/storage/v1/b/outbox/o 503',
    'POST /upload/storage/v1/b/outbox/o 200',
    'GET /storage/v1/b/outbox/o/a 200',
  ])
})
