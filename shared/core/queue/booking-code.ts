/** No two of these look alike: neither 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B nor U and V stand together. */
export const codeLetters = '34679ACDEFGHJKMNPQRTVWXY'

export const codeLength = 8

/**
 * The code of a booking, `7KHQ3MWA`: 24^8 of them, more than a hundred thousand million. Made from the booking's own
 * secret, of which it gives little away; `isTaken` codes are passed over.
 */
export function codeFrom(secret: string, isTaken: (code: string) => boolean): string {
  for (let salt = 0; ; salt++) {
    const code = spell(mixed(`${salt} ${secret}`))
    if (!isTaken(code)) return code
  }
}

const codes = BigInt(codeLetters.length ** codeLength)

/** Every character counts; the factor is prime and shares nothing with the number of codes. */
function mixed(text: string): bigint {
  let sum = 7n
  for (const character of text) sum = (sum * 1_000_003n + BigInt(character.codePointAt(0) ?? 0)) % codes
  return sum
}

function spell(sum: bigint): string {
  let left = sum
  let code = ''
  const base = BigInt(codeLetters.length)
  for (let i = 0; i < codeLength; i++) {
    code += codeLetters[Number(left % base)]
    left /= base
  }
  return code
}

/** A code as people type it, with spaces, dashes and small letters; null when it cannot be one. */
export function codeIn(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : null
}

/** What a QR code of a booking carries: the address of its page, or the code and its secret alone. */
export function bookingInQr(text: string): { code: string; secret: string } | null {
  const [, typed = '', secret = ''] = /(?:^|#)([A-Za-z0-9]{8})\.([\w-]{1,100})$/.exec(text.trim()) ?? []
  const code = codeIn(typed)
  return code === null || secret === '' ? null : { code, secret }
}
