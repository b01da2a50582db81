import type { Clock } from '@jiaohao/core/clock.ts'
import type { Station } from '@jiaohao/core/contract/station.ts'
import type { Db } from './journal/database.ts'

/** Every change of every device's state, kept: what availability and a technician's questions are answered from. */
export interface DeviceStates {
  /** Writes what has changed since it was last looked at. */
  note(stations: readonly Station[]): void
  /** Newest first, at most 20. */
  newest(stationId: string, deviceId: string): { state: string; atMs: number }[]
  forget(beforeMs: number): void
}

/** The state of a device whose station says nothing. */
const stationAway = 'stationAway'

export function openDeviceStates(db: Db, clock: Clock, hall: string): DeviceStates {
  const insert = db.prepare(
    `insert into device_state (hall, station, device, seq, state, at_ms) values (?, ?, ?, ?, ?, ?)`,
  )
  const select = db.prepare<[string, string, string], { state: string; atMs: number }>(
    `select state, at_ms as atMs from device_state where hall = ? and station = ? and device = ?
     order by seq desc limit 20`,
  )
  const newest = db.prepare<[string], { station: string; device: string; seq: number; state: string }>(
    `select station, device, seq, state from device_state d where hall = ? and seq =
       (select max(seq) from device_state where hall = d.hall and station = d.station and device = d.device)`,
  )
  /** The newest row of a device stays, however old: it says how the device is since then. */
  const remove = db.prepare(
    `delete from device_state as d where hall = ? and at_ms < ? and seq <
       (select max(seq) from device_state where hall = d.hall and station = d.station and device = d.device)`,
  )
  const last = new Map(
    newest.all(hall).map(({ station, device, seq, state }) => [`${station} ${device}`, { seq, state }]),
  )

  return {
    note: (stations) => {
      for (const { id, online, devices, deviceReports } of stations) {
        for (const device of devices) {
          const report = deviceReports.find((each) => each.id === device.id)
          // A station just come back has not reported yet, and a device just opened says nothing of itself.
          if (online && (!report || report.state === 'connecting')) continue
          const state = online && report ? report.state : stationAway
          const key = `${id} ${device.id}`
          const before = last.get(key)
          if (before?.state === state || (!before && state === stationAway)) continue
          const seq = (before?.seq ?? 0) + 1
          insert.run(hall, id, device.id, seq, state, clock.now())
          last.set(key, { seq, state })
        }
      }
    },
    newest: (stationId, deviceId) => select.all(hall, stationId, deviceId),
    forget: (beforeMs) => void remove.run(hall, beforeMs),
  }
}
