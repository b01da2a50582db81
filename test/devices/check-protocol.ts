import type { Decode } from '@jiaohao/drivers/framing.ts'
import type { Vector } from '@jiaohao/drivers/vector.ts'
import type { Dice } from '../faults/dice.ts'

/** One device protocol as the check sees it: its published frames, both directions of its codec, and how to make more. */
export interface Protocol<Frame> {
  protocol: string
  vectors: readonly Vector<Frame>[]
  encode(frame: Frame): Uint8Array
  decode: Decode<Frame>
  anyFrame(chance: Dice): Frame
  /** Bytes its frames are made of, so that noise often looks like the beginning of one. */
  typical: readonly number[]
  /**
   * With a checksum every accepted frame must stand in the stream, checksum and all; without one nothing in the
   * bytes tells damage, and what was accepted is only counted.
   */
  checksum: 'checked' | 'none'
  /** Bytes at the beginning of an encoded frame that a receiver may do without. */
  spareLeadBytes?: number
  /** What every stretch of noise is followed by, where only a delimiter tells it from the next frame. */
  noiseEndsWith?: readonly number[]
  /** How long a received frame may have been, where a receiver takes more than is ever sent. */
  mostBytes?(frame: Frame): number
}

/** One JSON line of outcome. */
export interface CheckLine {
  check: 'vectors' | 'streams'
  protocol: string
  ok: boolean
  [figure: string]: unknown
}
