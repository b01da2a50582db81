const LOOK_EVERY_MS = 5

/** Resolves with how many ms it took to hold, or undefined when it did not within the limit; by the machine's clock. */
export function until(holds: () => boolean, withinMs: number): Promise<number | undefined> {
  const beganMs = performance.now()
  return new Promise((resolve) => {
    const look = () => {
      const tookMs = performance.now() - beganMs
      if (holds()) resolve(Math.round(tookMs))
      else if (tookMs > withinMs) resolve(undefined)
      else setTimeout(look, LOOK_EVERY_MS)
    }
    look()
  })
}
