import type { StoredObject } from '../ports.ts'
import { GarbledAnswer, googleMessage, statusOf } from './trouble.ts'

/** The content with its generation, checked for being whole where its length is told. */
export function objectOf(name: string, data: unknown, headers: unknown): StoredObject {
  const generation = headerNamed(headers, 'x-goog-generation')
  const length = headerNamed(headers, 'x-goog-stored-content-length')
  if (!isBytes(data) || !generation) throw new GarbledAnswer()
  if (length !== undefined && length !== String(data.byteLength)) throw new GarbledAnswer()
  return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(data), generation }
}

/** Whether Storage says that there is no such object, as opposed to no such bucket, which answers 404 as well. */
export function isMissingObject(thrown: unknown): boolean {
  return statusOf(thrown) === 404 && /No such object/.test(googleMessage(thrown) ?? plainText(thrown))
}

/** Where content was asked for, the refusal is plain text, and comes as bytes. */
function plainText(thrown: unknown): string {
  const data = (thrown as { response?: { data?: unknown } }).response?.data
  if (isBytes(data)) return new TextDecoder().decode(data)
  return typeof data === 'string' ? data : ''
}

/** Whether the client gave bytes; by its tag, since they may come from another realm. */
const isBytes = (data: unknown): data is ArrayBuffer => Object.prototype.toString.call(data) === '[object ArrayBuffer]'

/** A header of an answer: the client's types promise a plain object, but it passes on the `Headers` of its own fetch. */
function headerNamed(headers: unknown, name: string): string | undefined {
  const { get } = headers as { get?: unknown }
  const value = typeof get === 'function' ? get.call(headers, name) : (headers as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}
