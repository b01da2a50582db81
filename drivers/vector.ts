/** A published frame: its bytes as hex, and what they mean. Encoding gives the bytes, decoding the frame. */
export interface Vector<Frame> {
  name: string
  hex: string
  frame: Frame
}

export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))
