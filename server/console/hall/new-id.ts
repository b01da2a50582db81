const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** An id nobody reads. By chance, not by counting: a removed service's id must never come back to another. */
export const newId = (kind: 's' | 'c' | 'z' | 'p' | 'd' | 'j' | 'l'): string =>
  `${kind}-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte % letters.length]).join('')}`
