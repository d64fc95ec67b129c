import { createHash } from 'node:crypto'

/** MD5 in base64, as `md5Hash` holds it. */
export function md5Base64(content: Buffer): string {
  return createHash('md5').update(content).digest('base64')
}

/** The Castagnoli polynomial, its bits reversed. */
const POLYNOMIAL = 0x82f63b78

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1
  return remainder
})

/** CRC32C in base64, big-endian, as `crc32c` holds it. */
export function crc32cBase64(content: Buffer): string {
  let remainder = 0xffffffff
  for (const byte of content) remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE((remainder ^ 0xffffffff) >>> 0)
  return sum.toString('base64')
}
