import { join } from 'node:path'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import type { Answer, Here, Sent } from '@jiaohao/core/contract/socket.ts'
import { Device, type DeviceReport } from '@jiaohao/core/contract/station.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'
import * as z from 'zod'
import type { Camera } from './camera.ts'
import { type OpenDevice, openDeviceHost } from './device-host.ts'
import { type Feeds, openFeeds } from './feeds.ts'
import { type HubLink, type HubState, openHubLink } from './hub-link.ts'
import { openKeptJson } from './kept-json.ts'
import { builtScreens, type PageName } from './pages.ts'
import { openRelay } from './relay.ts'
import { openTell, type Tell } from './tell.ts'

/** What every one of the three apps is opened with. */
export interface StationStart {
  hubUrl: string
  /** What the station got when it was paired. */
  key: string
  /** Its own records: what it printed, its key. */
  dataDir: string
  /** On 127.0.0.1; 0 takes any free port. */
  port: number
  clock: Clock
  /** In [0, 1), so that the devices of a hall do not all dial back in the same instant. */
  random: () => number
  /** The built pages; `dist/screens` of this project when left out. */
  screensDir?: string
  /** Said once per change. */
  onState?: (state: HubState) => void
}

export interface StationOptions extends StationStart {
  /** The page that `/` leads to. */
  page: PageName
  /** Drives one device of the set-up. */
  openDevice: (station: StationParts) => OpenDevice
  /** Runs once: follows views, for as long as the station lives. */
  begin?: (station: StationParts) => void
  /** Stands between the page and the hub; the hub alone when left out. */
  between?: (station: StationParts) => Between
  /** Goes on with the devices the hub named last while it is away from the start on. */
  remembers?: boolean
}

/** What the page is shown and answered, by the hub or in its stead. */
export interface Between {
  feeds: Pick<Feeds, 'follow' | 'callsSince'>
  answer(sent: Sent): Promise<Answer>
}

/** A person at a screen waits no longer than this; what is done later must not surprise the next one. */
export const answerWithinMs = 15_000

/** Refused at once when the hub is away: nothing asked for now happens later, behind the citizen's back. */
const hubAlone = ({ link, feeds }: StationParts): Between => ({
  feeds,
  answer: async ({ id, command }) => {
    if (link.state().is !== 'online') return { refused: 'notSaved' }
    const answer = await link.send(command, { id, withinMs: answerWithinMs })
    return answer === 'unanswered' ? { refused: 'notSaved' } : answer
  },
})

const Remembered = z.object({ devices: z.array(Device) })

/** What devices and their apps use of their station. */
export interface StationParts {
  link: HubLink
  feeds: Feeds
  tell: Tell
  /** Tells the page what a citizen has just held to this station; told to nobody when no page is open. */
  present(what: Presented): void
}

/** A running station: a small process beside devices, that serves their screen and speaks to the hub for them. */
export interface Station {
  /** Its own page, on this machine. */
  url: string
  state(): HubState
  here(): Here | undefined
  devices(): DeviceReport[]
  /** Lets the hub ask for a picture of the page, as whoever opened it sees it. */
  lookThrough(camera: Camera): void
  close(): Promise<void>
}

export async function openStation(options: StationOptions): Promise<Station> {
  const { hubUrl, key, clock, port, page, screensDir = builtScreens } = options
  const link = openHubLink({
    hubUrl,
    key,
    clock,
    onState: (state) => {
      relay.tellLocal()
      options.onState?.(state)
    },
    onReady: (here) => {
      relay.tellHere(here)
      feeds.refresh()
      remembered?.put({ devices: here.devices })
      void host.apply(here.devices)
    },
    onUpdate: (update) => feeds.update(update),
    inspect: (deviceId) => host.inspect(deviceId),
    test: (ask) => host.test(ask),
    screenshot: photograph,
  })
  let camera: Camera = async () => refused('noCamera')

  /** One picture at a time: whoever asks meanwhile is shown the same. */
  let underWay: ReturnType<Camera> | undefined
  function photograph(): ReturnType<Camera> {
    underWay ??= camera()
      .catch((problem: unknown) => {
        console.error(problem)
        return refused('noCamera')
      })
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }

  const feeds = openFeeds(() => link)
  const parts: StationParts = {
    link,
    feeds,
    tell: openTell(link, clock),
    present: (what) => relay.present(what),
  }
  const host = openDeviceHost(clock, options.openDevice(parts), (reports) => {
    link.reportDevices(reports)
    relay.tellLocal()
  })
  const remembered = options.remembers
    ? openKeptJson(join(options.dataDir, 'station.json'), Remembered)
    : undefined
  void host.apply(remembered?.get()?.devices ?? [])
  const between = (options.between ?? hubAlone)(parts)
  const relay = openRelay({ hubUrl, link, ...between, clock, page, screensDir, devices: host.reports })
  options.begin?.(parts)
  const url = await relay.listen(port)

  return {
    url,
    state: link.state,
    here: link.here,
    devices: host.reports,
    lookThrough: (through) => {
      camera = through
    },
    close: async () => {
      link.close()
      await host.close()
      await relay.close()
    },
  }
}
