import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The cable between a station and its hub, with somebody at it. */
export interface Wire {
  url: string
  /** What the hub says from now on does not arrive; what it is told does. */
  deafen(): void
  /** Nothing goes through, and nobody can dial. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openWire(hubUrl: string): Promise<Wire> {
  const hub = new URL(hubUrl)
  const open = new Set<Socket>()
  let is: 'whole' | 'deaf' | 'cut' = 'whole'
  const server = createServer((near) => {
    if (is === 'cut') return near.destroy()
    const far = connect(Number(hub.port), hub.hostname)
    open.add(near).add(far)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => {
      if (is === 'whole') near.write(bytes)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.on('error', () => one.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deafen: () => {
      is = 'deaf'
    },
    cut: () => {
      is = 'cut'
      hangUp()
    },
    mend: () => {
      hangUp()
      is = 'whole'
    },
    close: async () => {
      hangUp()
      server.close()
      await once(server, 'close')
    },
  }
}
