import type { Decode } from '../framing.ts'
import type { LedPicture, LedSize } from './led-text.ts'

/** A card's word on the last command; 'busy' may be tried again, a refusal may not. */
type LedAnswer = 'accepted' | 'busy' | { refused: string }

/** What one maker's LED card understands. Another maker is another value of this type beside `onbon/`. */
export interface LedCard<Frame> {
  decode: Decode<Frame>
  /** Undefined when the frame answers nothing. */
  answer(frame: Frame): LedAnswer | undefined
  ping(): Uint8Array
  /** Takes down whatever an earlier host put up. */
  clear(): Uint8Array
  /** 0 (dark) to 15. */
  brightness(level: number): Uint8Array
  show(picture: LedPicture, size: LedSize): Uint8Array
}
