import { type ChildProcess, execFile } from 'node:child_process'

/**
 * Ends a program and everything it started. On Windows there are no process groups: taskkill follows the tree
 * [unverified there].
 */
export function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', onLog: (line: string) => void) {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', `${child.pid}`, '/t', '/f'], (failure) => failure && onLog(failure.message))
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // ESRCH: nobody of the group is left, which is what was wanted.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return
    onLog(`it could not be ended: ${error}`)
  }
}
