/** What the slip's QR code carries behind `#`: no server or proxy log ever sees it. */
export interface TicketSecret {
  ticketId: string
  secret: string
}

/** `#2026-03-11-42.secret`, or a kiosk's own id before the secret; null for anything else. */
export function ticketInHash(hash: string): TicketSecret | null {
  const [, ticketId, secret] = /^#(\d{4}-\d{2}-\d{2}-\d{1,6}|[\w-]{16,40})\.([\w-]{1,100})$/.exec(hash) ?? []
  return ticketId !== undefined && secret !== undefined ? { ticketId, secret } : null
}
