import { createHash, randomBytes } from 'node:crypto'

const secretBytes = 24

/** Random bytes are dear one secret at a time: drawn for many, each used once and wiped. */
let drawn = Buffer.alloc(0)

/** 192 random bits as URL-safe text: slip secrets, nonces, keys, one-time links, sessions. */
export function freshSecret(): string {
  if (drawn.length === 0) drawn = randomBytes(secretBytes * 256)
  const bytes = drawn.subarray(0, secretBytes)
  drawn = drawn.subarray(secretBytes)
  const secret = bytes.toString('base64url')
  bytes.fill(0)
  return secret
}

/** What is stored of a secret this long: a plain hash suffices, since it cannot be guessed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
