import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's second choice for argon2id (19 MiB, two passes), about 60 ms on a small machine. */
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 }
const hash = promisify(argon2)

/** `salt.tag`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await hash('argon2id', { message: password.normalize('NFC'), nonce, ...cost })
  return `${nonce.toString('base64url')}.${tag.toString('base64url')}`
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', tag = ''] = stored.split('.')
  const nonce = Buffer.from(salt, 'base64url')
  const found = await hash('argon2id', { message: password.normalize('NFC'), nonce, ...cost })
  const wanted = Buffer.from(tag, 'base64url')
  return found.length === wanted.length && timingSafeEqual(found, wanted)
}

/** At least 8 characters of at least three of the four classes (rules §9). */
export function isStrong(password: string): boolean {
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]
  return [...password].length >= 8 && classes.filter((each) => each.test(password)).length >= 3
}
