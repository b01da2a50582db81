import type { Decode } from '../framing.ts'
import type { Talk } from '../link.ts'
import type { LedPicture, LedSize } from './led-text.ts'

/** A card's word on one command; 'busy' may be tried again, a refusal may not. */
export type LedAnswer = 'accepted' | 'busy' | { refused: string }

/** What is said to a card on one connection. */
export interface LedSession<Frame> {
  /** Undefined when the frame is no answer to the bytes asked. */
  answer(frame: Frame, asked: Uint8Array): LedAnswer | undefined
  ping(): Uint8Array
  /** Takes down whatever an earlier host put up. */
  clear(size: LedSize): Uint8Array
  /** 0 (dark) to 15. */
  brightness(level: number): Uint8Array
  show(picture: LedPicture, size: LedSize): Uint8Array
}

/** What one maker's LED card understands; each maker is another value of this type. */
export interface LedCard<Frame> {
  decode: Decode<Frame>
  /** Runs first on each connection: agrees with the card on how the two speak; rejects with the reason. */
  open(talk: Talk<Frame>): Promise<LedSession<Frame>>
}
