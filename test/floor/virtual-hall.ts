import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { type Device, StationSetUp } from '@jiaohao/core/contract/station.ts'
import type { Paper } from '@jiaohao/drivers/printer/twin-paper.ts'
import type { SpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import type { NoVoice, Voice } from '@jiaohao/drivers/voice/voices.ts'
import { openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Hub } from '@jiaohao/server/hub.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { kioskIds, openVirtualDevices, type VirtualDevices } from './virtual-devices.ts'

/** The stations of the demonstration hall, beside their virtual devices, speaking to a real hub. */
export interface VirtualHall {
  devices: VirtualDevices
  kiosks: readonly { id: string; name: string; station: Station }[]
  window: Station
  displays: readonly { zoneId: string; name: string; station: Station }[]
  close(): Promise<void>
}

type Keys = Record<string, { id: string; key: string }>

/** `clock` is this machine's; `hallClock` the hall's, which a simulation drives. Ports count up from `firstPort`, 0 takes any. */
export async function openVirtualHall(open: {
  hub: Hub
  setUp: HallSetUp
  dataDir: string
  clock: Clock
  hallClock: Clock
  random: () => number
  firstPort: number
  screensDir: string
  /** The demonstration speaks aloud; a simulation only takes the time speaking takes. */
  voice: Voice | NoVoice
  onChange?: () => void
  onPaper?: (kioskId: string, paper: Paper) => void
}): Promise<VirtualHall> {
  const { hub, setUp, dataDir, clock, hallClock, random, screensDir, voice, onChange = () => {} } = open
  mkdirSync(dataDir, { recursive: true })
  const devices = await openVirtualDevices({
    setUp,
    clock,
    hallClock,
    onChange,
    ...(open.onPaper ? { onPaper: open.onPaper } : {}),
  })
  const keys = openKeys(join(dataDir, 'demonstration'), hub)
  let port = open.firstPort
  const start = (name: string, key: string, theirClock: Clock) => ({
    hubUrl: hub.url,
    key,
    dataDir: join(dataDir, name),
    port: open.firstPort === 0 ? 0 : port++,
    clock: theirClock,
    random,
    screensDir,
    onState: onChange,
  })

  const kiosks: VirtualHall['kiosks'][number][] = []
  for (const [i, id] of kioskIds.entries()) {
    const name = `取号机 ${i + 1}`
    const key = keys.of(id, { name, kind: 'kiosk', devices: devices.devicesOf.kiosk(id) })
    kiosks.push({ id, name, station: await openKiosk(start(id, key, clock)) })
  }
  const counterIds = setUp.counters.map(({ id }) => id)
  const windowKey = keys.of('window', {
    name: '窗口设备',
    kind: 'window',
    counterIds,
    devices: devices.devicesOf.window,
  })
  const window = await openWindowTerminal(start('window', windowKey, clock))
  const displays: VirtualHall['displays'][number][] = []
  for (const { id: zoneId, name } of setUp.zones) {
    const key = keys.of(`display-${zoneId}`, {
      name: `${name}综合屏`,
      kind: 'display',
      zoneId,
      devices: devices.devicesOf.display(zoneId),
    })
    const station = await openHallDisplay({
      ...start(`display-${zoneId}`, key, hallClock),
      hear: async () => ({ voice, sink: speakerOf(devices, zoneId) }),
    })
    displays.push({ zoneId, name, station })
  }

  return {
    devices,
    kiosks,
    window,
    displays,
    close: async () => {
      const stations = [
        ...kiosks.map((each) => each.station),
        window,
        ...displays.map((each) => each.station),
      ]
      await Promise.all(stations.map((station) => station.close()))
      await devices.close()
    },
  }
}

function speakerOf({ speakers }: VirtualDevices, zoneId: string): SpeakerTwin {
  const speaker = speakers.get(zoneId)
  if (!speaker) throw new Error(`no loudspeaker in zone ${zoneId}`)
  return speaker
}

/** The demonstration's stations keep their keys between starts; device addresses are new each time. */
function openKeys(file: string, hub: Hub) {
  const { stations } = hub.parts
  const keys = readKeys(file)
  return {
    of(
      name: string,
      setUp: Partial<StationSetUp> & { name: string; kind: StationSetUp['kind']; devices: Device[] },
    ): string {
      const whole = StationSetUp.parse(setUp)
      const known = keys[name]
      if (known && stations.find(known.id)) {
        stations.change(known.id, whole)
        return known.key
      }
      const added = stations.add(whole)
      keys[name] = added
      writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
      return added.key
    },
  }
}

function readKeys(file: string): Keys {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys
  } catch (problem) {
    if ((problem as { code?: string }).code === 'ENOENT') return {}
    throw problem
  }
}
