import type { Clock } from '@jiaohao/core/clock.ts'
import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { type IdReaderTwin, openIdReaderTwin } from '@jiaohao/drivers/id-reader/twin.ts'
import { type KeypadTwin, openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import type { LedTwin } from '@jiaohao/drivers/led/card-twin.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import { openPrinterTwin, type PrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import type { Paper } from '@jiaohao/drivers/printer/twin-paper.ts'
import { openScannerTwin, type ScannerTwin } from '@jiaohao/drivers/scanner/twin.ts'
import { openSpeakerTwin, type SpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'

import { type CardHands, openCardHands } from './card-hands.ts'

/** The devices of the demonstration hall, each speaking its real bytes on a TCP port of this machine. */
export interface VirtualDevices {
  printers: ReadonlyMap<string, PrinterTwin>
  readers: ReadonlyMap<string, IdReaderTwin>
  scanners: ReadonlyMap<string, ScannerTwin>
  cards: CardHands
  keypads: KeypadTwin
  panels: ReadonlyMap<string, LedTwin>
  speakers: ReadonlyMap<string, SpeakerTwin>
  /** The bus address of a counter's keypad and evaluator. */
  busAddress(counterId: string): number
  /** What a technician would have set up of each station: its devices and their addresses. */
  devicesOf: { kiosk(id: string): Device[]; window: Device[]; display(zoneId: string): Device[] }
  close(): Promise<void>
}

export const kioskIds = ['kiosk1', 'kiosk2'] as const

/** `clock` is the devices' own: seconds on a wire stay seconds. `hallClock` is what the loudspeakers play by. */
export async function openVirtualDevices(open: {
  setUp: Pick<HallSetUp, 'counters' | 'zones'>
  clock: Clock
  hallClock: Clock
  onChange?: () => void
  onPaper?: (kioskId: string, paper: Paper) => void
}): Promise<VirtualDevices> {
  const changed = open.onChange ?? (() => {})
  const { clock, hallClock, setUp } = open
  const counters = setUp.counters.map(({ id }, i) => ({ counterId: id, address: i + 1 }))
  const printers = new Map<string, PrinterTwin>()
  const readers = new Map<string, IdReaderTwin>()
  const scanners = new Map<string, ScannerTwin>()
  for (const id of kioskIds) {
    const onPaper = (paper: Paper) => {
      open.onPaper?.(id, paper)
      changed()
    }
    printers.set(id, await openPrinterTwin({ clock, onPaper }))
    readers.set(id, await openIdReaderTwin({ clock, onChange: changed }))
    scanners.set(id, await openScannerTwin())
  }
  const cards = openCardHands(readers, clock, changed)
  const keypads = await openKeypadTwin({
    clock,
    addresses: counters.map(({ address }) => address),
    onChange: changed,
  })
  const panels = new Map<string, LedTwin>()
  for (const { counterId } of counters) {
    panels.set(counterId, await openLedTwin({ clock, width: 128, height: 32, onChange: changed }))
  }
  const speakers = new Map(
    setUp.zones.map(({ id }) => [id, openSpeakerTwin({ clock: hallClock, onHeard: changed })]),
  )
  for (const speaker of speakers.values()) speaker.onAudio(changed)

  return {
    printers,
    readers,
    scanners,
    cards,
    keypads,
    panels,
    speakers,
    busAddress: (counterId) => counters.find((each) => each.counterId === counterId)?.address ?? 0,
    devicesOf: {
      kiosk: (id) => [
        Device.parse({ id: 'printer', kind: 'printer', address: printers.get(id)?.address }),
        Device.parse({ id: 'reader', kind: 'idReader', address: readers.get(id)?.address }),
        Device.parse({ id: 'scanner', kind: 'scanner', address: scanners.get(id)?.address }),
      ],
      window: [
        Device.parse({ id: 'keypads', kind: 'keypads', address: keypads.address, counters }),
        ...[...panels].map(([counterId, panel]) =>
          Device.parse({ id: `led-${counterId}`, kind: 'led', address: panel.address, counterId }),
        ),
      ],
      display: (zoneId) => [Device.parse({ id: 'speaker', kind: 'speaker', address: 'none:', zoneId })],
    },
    close: async () => {
      cards.close()
      const twins = [...printers.values(), ...readers.values(), ...scanners.values(), keypads]
      await Promise.all([...twins, ...panels.values()].map((twin) => twin.close()))
    },
  }
}
