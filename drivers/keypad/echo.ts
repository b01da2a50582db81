/** How late a line's own echo may come: a frame takes 16 ms at 9600 baud, a serial server some tens more. */
const ECHO_WITHIN_MS = 300
const REMEMBERED = 64

/**
 * An RS485 adapter may hand back what was just sent, and the acknowledgement of a key is the key itself: without
 * this the line presses keys on its own. Each frame sent excuses one equal frame received.
 */
export function openEchoFilter() {
  let sent: { mark: string; atMs: number }[] = []
  return {
    sent(bytes: Uint8Array, nowMs: number) {
      sent = [...sent.slice(1 - REMEMBERED), { mark: markOf(bytes), atMs: nowMs }]
    },
    isEcho(bytes: Uint8Array, nowMs: number): boolean {
      sent = sent.filter(({ atMs }) => nowMs - atMs < ECHO_WITHIN_MS)
      const at = sent.findIndex(({ mark }) => mark === markOf(bytes))
      if (at >= 0) sent.splice(at, 1)
      return at >= 0
    },
  }
}

const markOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
