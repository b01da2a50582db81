import { scanOf } from '@jiaohao/drivers/scanner/codec.ts'
import type { Hub } from '@jiaohao/server/hub.ts'
import type { Autopilot } from './autopilot.ts'
import type { FloorAct } from './contract.ts'
import { faultsOf } from './contract.ts'
import type { Desk } from './demo-people.ts'
import type { VirtualHall } from './virtual-hall.ts'

type Outcome = { done: true } | { refused: string }

const done: Outcome = { done: true }
const unknown: Outcome = { refused: 'invalid' }

/** Does what somebody did on the floor page: presses a real frame out of a virtual keypad, breaks a device, … */
export async function actOn(
  parts: { hub: Hub; hall: VirtualHall; autopilot: Autopilot; desks: ReadonlyMap<string, Desk> },
  act: FloorAct,
): Promise<Outcome> {
  const { devices } = parts.hall
  switch (act.act) {
    case 'press':
      devices.keypads.press(devices.busAddress(act.counterId), act.key)
      return done
    case 'rate':
      devices.keypads.rate(devices.busAddress(act.counterId), act.value)
      return done
    case 'card':
      return devices.cards.hold(act.kioskId, act.card) ? done : unknown
    case 'scan': {
      const scanner = devices.scanners.get(act.kioskId)
      if (!scanner || scanOf(Buffer.from(act.text)).scan === 'refused') return unknown
      scanner.scan(act.text)
      return done
    }
    case 'autopilot':
      parts.autopilot.set(act.on, act.citizensPerHour)
      return done
    case 'clerk': {
      const desk = parts.desks.get(act.counterId)
      if (!desk) return unknown
      const { counterId } = act
      const answer = await desk.send({ command: act.here ? 'openCounter' : 'closeCounter', counterId })
      return 'refused' in answer ? { refused: answer.refused } : done
    }
    case 'fault':
      return breakDevice(parts.hall, act.device, act.fault, act.on)
  }
}

async function breakDevice(hall: VirtualHall, device: string, fault: string, on: boolean): Promise<Outcome> {
  const [kind = '', id = ''] = device.split(':')
  const { printers, readers, scanners, panels, speakers, keypads } = hall.devices
  if (kind === 'printer' && isFault(faultsOf.printer, fault)) await printers.get(id)?.faults.set(fault, on)
  else if (kind === 'idReader' && isFault(faultsOf.idReader, fault))
    await readers.get(id)?.faults.set(fault, on)
  else if (kind === 'scanner' && isFault(faultsOf.scanner, fault))
    await scanners.get(id)?.faults.set(fault, on)
  else if (kind === 'led' && isFault(faultsOf.led, fault)) await panels.get(id)?.faults.set(fault, on)
  else if (kind === 'speaker' && isFault(faultsOf.speaker, fault)) speakers.get(id)?.faults.set(fault, on)
  else if (kind === 'keypads' && isFault(faultsOf.keypads, fault)) await keypads.faults.set(fault, on)
  else return unknown
  return done
}

const isFault = <Fault extends string>(known: readonly Fault[], fault: string): fault is Fault =>
  (known as readonly string[]).includes(fault)
