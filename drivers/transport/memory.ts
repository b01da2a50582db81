import { inlet } from './inlet.ts'
import type { Wire } from './wire.ts'

/** Two wires joined inside the process: what one end sends, the other receives, in order, a microtask later. */
export function memoryPipe(): [Wire, Wire] {
  const here = end()
  const there = end()
  return [wire(here, there), wire(there, here)]
}

function end() {
  const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
  return { inlet: inlet(), closed, ended, open: true }
}

type End = ReturnType<typeof end>

function wire(own: End, far: End): Wire {
  function close() {
    if (!own.open) return
    own.open = false
    own.ended('closed here')
    queueMicrotask(() => {
      far.open = false
      far.ended('closed by the far side')
    })
  }
  return {
    send: async (bytes) => {
      if (!own.open) throw new Error('the wire is closed')
      const copy = bytes.slice()
      queueMicrotask(() => {
        if (far.open) far.inlet.arrived(copy)
      })
    },
    onBytes: own.inlet.onBytes,
    closed: own.closed,
    close,
    drop: close,
  }
}
