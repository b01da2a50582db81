/** An id for a command. Begins with the time, as the hub keeps them in order. Not `crypto.randomUUID`: a LAN address is no secure context. */
export function newId(): string {
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `${Date.now().toString(36)}-${chance}`
}
