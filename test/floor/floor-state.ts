import { todayView } from '@jiaohao/core/views/today.ts'
import { windowView } from '@jiaohao/core/views/window.ts'
import type { Hub } from '@jiaohao/server/hub.ts'
import type { Autopilot } from './autopilot.ts'
import type { Floor } from './contract.ts'
import { demoClerks } from './demo-hall.ts'
import type { Sounds } from './sounds.ts'
import type { VirtualHall } from './virtual-hall.ts'

const papersShown = 4

/** The hall as the floor page draws it, read from where each thing lives: the hub's views and the devices themselves. */
export function floorState(hub: Hub, hall: VirtualHall, autopilot: Autopilot, sounds: Sounds): Floor {
  const { loop, clock } = hub.parts
  const setUp = loop.hall()
  const state = loop.state()
  const { counts } = todayView(setUp, state)
  const { devices } = hall
  return {
    hallName: setUp.name,
    nowMs: clock.now(),
    kiosks: hall.kiosks.map(({ id, name, station }) => {
      const printer = devices.printers.get(id)
      return {
        id,
        name,
        url: station.url,
        papers: (printer?.papers() ?? [])
          .slice(-papersShown)
          .reverse()
          .map(({ atMs, svg, text }) => ({ key: `${id}-${atMs}`, atMs, svg, text })),
        faults: printer?.faults.on() ?? [],
        state: station.devices().find(({ kind }) => kind === 'printer')?.state ?? 'connecting',
        reader: {
          faults: [...(devices.readers.get(id)?.faults.active() ?? [])],
          card: devices.cards.held(id),
        },
        scanner: { faults: [...(devices.scanners.get(id)?.faults.active() ?? [])] },
      }
    }),
    boards: hall.displays.map(({ zoneId, name, station }) => ({
      zoneId,
      name,
      url: station.url,
      speaker: {
        ...sounds.of(zoneId),
        faults: [...(devices.speakers.get(zoneId)?.faults.active() ?? [])],
      },
    })),
    counters: windowView(
      setUp,
      state,
      setUp.counters.map(({ id }) => id),
    ).counters.map((sign) => {
      const led = devices.panels.get(sign.counterId)
      const panel = led?.panel()
      const address = devices.busAddress(sign.counterId)
      const login = demoClerks.find(({ counterId }) => counterId === sign.counterId)
      return {
        counterId: sign.counterId,
        no: sign.no,
        clerkName: sign.clerk?.name ?? login?.name ?? '',
        services: sign.services,
        state: sign.state,
        number: sign.number,
        waiting: sign.waiting,
        panel: {
          lines: panel?.lines ?? [],
          colour: panel?.colour ?? 'red',
          lit: (panel?.lines.length ?? 0) > 0,
          faults: [...(led?.faults.active() ?? [])],
        },
        keypad: { display: devices.keypads.display(address), beeps: devices.keypads.beeps(address) },
        asking: sign.asking !== null,
        counterUrl: `/floor/enter/${login?.login ?? ''}?to=counter`,
        evaluatorUrl: `${new URL(hall.window.url).origin}/evaluator?counter=${sign.counterId}`,
      }
    }),
    keypadFaults: [...devices.keypads.faults.active()],
    consoleUrl: '/floor/enter/demo?to=console',
    replayUrl: '/floor/enter/demo?to=replay',
    autopilot: autopilot.state(),
    counts: {
      waiting: counts.waiting,
      serving: counts.serving,
      finished: counts.finished,
      rated: counts.rated,
    },
  }
}
