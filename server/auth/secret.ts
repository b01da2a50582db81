import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits as URL-safe text: slip secrets, nonces, keys, one-time links, sessions. */
export const freshSecret = (): string => randomBytes(24).toString('base64url')

/** What is stored of a secret this long: a plain hash suffices, since it cannot be guessed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
