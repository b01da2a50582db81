import type { PublicCall } from '@jiaohao/core/views/board.ts'

/** The warm colour says "now"; after this the number still stands, in the colours of the hall. */
const nowForMs = 25_000
/** A page that is opened, or a line that comes back, does not flash for what is over. */
const flashWithinMs = 6_000

export const isCalledNow = ({ atMs }: PublicCall, nowMs: number): boolean => nowMs - atMs < nowForMs
export const mayFlash = ({ atMs }: PublicCall, nowMs: number): boolean => nowMs - atMs < flashWithinMs
