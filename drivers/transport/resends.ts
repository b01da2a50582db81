import { readFile } from 'node:fs/promises'

/** The kernel's list of connections; only Linux has it. Other systems give up on resending within half a minute. */
const LISTS = ['/proc/self/net/tcp', '/proc/self/net/tcp6']
const RESENDING = '01'

/**
 * How often the system has sent our last bytes in vain on the connection between these ports; 0 when all were
 * taken, when the far end has no room (it is alive), and where nothing tells.
 */
export async function resends(localPort: number, remotePort: number): Promise<number> {
  for (const list of LISTS) {
    const lines = await readFile(list, 'utf8').then(
      (text) => text.split('\n'),
      () => [],
    )
    for (const line of lines) {
      // sl local remote state tx:rx timer:when resends …, all in hex.
      const [, local, remote, , , timer, times] = line.trim().split(/\s+/)
      if (portOf(local) !== localPort || portOf(remote) !== remotePort) continue
      return timer?.startsWith(RESENDING) ? Number.parseInt(times ?? '0', 16) : 0
    }
  }
  return 0
}

const portOf = (address: string | undefined) => Number.parseInt(address?.split(':').at(-1) ?? '', 16)
