/**
 * A display reduced to its socket: speaks just enough Engine.IO and Socket.IO to listen, and looks for the seq
 * of a call without reading the rest. Fifty real displays read on fifty machines, not on this one.
 */
export interface Display {
  close(): void
}

/** Opens a display; `greeting` is sent once in, as a Socket.IO packet, if there is one. Resolves when it listens. */
export function openDisplay(open: {
  url: string
  auth: object
  greeting: string | null
  /** The seqs of the calls in one packet. */
  callsIn: (packet: string) => number[]
  heard: (seq: number) => void
}): Promise<Display> {
  const socket = new WebSocket(`${open.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  return new Promise((resolve, reject) => {
    const display = { close: () => socket.close() }
    socket.addEventListener('error', () => reject(new Error('a display was turned away')))
    socket.addEventListener('message', ({ data }) => {
      const packet = String(data)
      if (packet.startsWith('0')) socket.send(`40${JSON.stringify(open.auth)}`)
      else if (packet === '2') socket.send('3')
      else if (packet.startsWith('44')) reject(new Error(packet))
      else if (packet.startsWith('40')) {
        if (open.greeting === null) resolve(display)
        else socket.send(open.greeting)
      } else if (packet.startsWith('43')) resolve(display)
      else for (const seq of open.callsIn(packet)) open.heard(seq)
    })
  })
}

/** An update ends with the calls it brought; the view before them holds older ones. */
export function callsInUpdate(packet: string): number[] {
  const tail = packet.slice(packet.lastIndexOf('"calls":['))
  return [...tail.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq))
}

export function callInBare(packet: string): number[] {
  const seq = /^42\["call",\{"seq":(\d+)/.exec(packet)?.[1]
  return seq === undefined ? [] : [Number(seq)]
}
