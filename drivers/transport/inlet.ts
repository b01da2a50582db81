export interface Inlet {
  arrived(bytes: Uint8Array): void
  onBytes(listener: (bytes: Uint8Array) => void): void
}

/** Bytes on their way to one listener; what arrives before anyone listens is kept for the first who does. */
export function inlet(): Inlet {
  let listener: ((bytes: Uint8Array) => void) | undefined
  const early: Uint8Array[] = []
  return {
    arrived: (bytes) => {
      if (listener) listener(bytes)
      else early.push(bytes)
    },
    onBytes: (first) => {
      listener = first
      for (const bytes of early.splice(0)) first(bytes)
    },
  }
}
