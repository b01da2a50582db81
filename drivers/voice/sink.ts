/**
 * Where sound leaves: a player program or the twin. `play` resolves when the sound is over, or as failed when it
 * was not played to its end; `stop` ends what is playing, which then has failed. `text` is for people and tests.
 */
export interface Sink {
  play(wav: Uint8Array, durationMs: number, text: string): Promise<'played' | 'failed'>
  stop(): void
}
