import type { Local } from '@jiaohao/core/contract/socket.ts'

export type PrinterTrouble = 'paperOut' | 'coverOpen' | 'offline' | 'error'

/** What this kiosk can give in paper. `none`: no printer stands here, numbers are shown on screen. */
export type Paper =
  | { is: 'none' }
  | { is: 'ready'; nearEnd: boolean }
  | { is: 'trouble'; trouble: PrinterTrouble; sinceMs: number }

/** One printer that works is enough; without one, the first's trouble is told. */
export function paperOf(local: Local | null): Paper {
  const printers = local?.devices.filter(({ kind }) => kind === 'printer') ?? []
  const working = printers.find(({ state }) => state === 'ready' || state === 'nearEnd')
  if (working) return { is: 'ready', nearEnd: working.state === 'nearEnd' }
  const [broken] = printers
  return broken
    ? { is: 'trouble', trouble: troubleOf(broken.state), sinceMs: broken.sinceMs }
    : { is: 'none' }
}

function troubleOf(state: string): PrinterTrouble {
  switch (state) {
    case 'paperOut':
    case 'coverOpen':
    case 'offline':
      return state
    default:
      return 'error'
  }
}
