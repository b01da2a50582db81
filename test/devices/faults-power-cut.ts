import { spawnSync } from 'node:child_process'

const CHILD = new URL('./power-cut.ts', import.meta.url)
const own = ['-rn', process.execPath, CHILD.pathname]

/** Whether this machine lets us have a network of our own to take down. */
export const ownNetwork =
  spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' }).status === 0

/** The lines of power-cut.ts, each JSON. */
export function powerCut(): string[] {
  const { stdout, stderr, status } = spawnSync('unshare', own, { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`the power cut did not end well: ${stderr}`)
  return stdout.trim().split('\n')
}
