/**
 * One open connection to a device. `closed` resolves exactly once, with the reason in words. `send` resolves
 * when the bytes have left this process and rejects when the wire closes first. `close` lets bytes already sent
 * reach the device; `drop` throws them away, so that nothing comes out of a printer minutes later by itself.
 */
export interface Wire {
  send(bytes: Uint8Array): Promise<void>
  onBytes(listener: (bytes: Uint8Array) => void): void
  readonly closed: Promise<string>
  close(): void
  drop(): void
}

/** Opens a new wire each time it is called: a used instance is never reopened. Rejects with the reason. */
export type Dial = () => Promise<Wire>
