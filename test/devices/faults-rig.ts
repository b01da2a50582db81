import type { WireFault } from './faults-wire.ts'

/** Faults that are the device's own, not the line's. */
export type DeviceFault = 'busy' | 'stuck' | 'restart'
export type Fault = WireFault | DeviceFault

/**
 * What a fault is to one driver. `told`: staff hear of it within 5 s; `borne`: the driver goes on, and only counts
 * what it threw away. A `cannot` says why the protocol lets nobody do better.
 */
export type Expectation = 'told' | 'borne' | { cannot: string }

/** One driver and its twin at the two ends of a breakable wire. */
export interface Rig {
  /** What staff is told of the device now; one of `fine` when nothing. */
  saw(): string
  /** The device is in use and does what it should. */
  well(): boolean
  discardedBytes(): number
  /** The next job. Given on a line that is well it must be done; on a broken one it may be seen to be not done. */
  work(line: 'well' | 'broken'): void
  setOwn(fault: DeviceFault, on: boolean): Promise<void>
  /** Every job has come to its end. */
  settled(): boolean
  tally(): { jobs: number; lost: number; doubled: number }
  /** What became of the jobs, in words. */
  ends(): string
  close(): Promise<void>
}

export const fine: readonly string[] = ['online', 'ready']

/** A twin, and the driver to be opened at the far end of the wire that leads to it. */
export interface RigMaker {
  driver: string
  /** Faults that do not exist for the protocol are left out. */
  expects: Partial<Record<Fault, Expectation>>
  /** Its jobs take long enough for a fault to strike under one. */
  underWork?: boolean
  openTwin(): Promise<{ address: string; open(address: string): Rig }>
}
