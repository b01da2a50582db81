/**
 * Takes all bytes received and not yet understood; gives whole frames, the unfinished rest, and how many bytes
 * were noise. Never throws: on any failure one byte is dropped and the search goes on.
 */
export type Decode<Frame> = (bytes: Uint8Array) => {
  frames: Frame[]
  rest: Uint8Array
  discardedBytes: number
}
