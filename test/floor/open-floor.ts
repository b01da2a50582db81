import { cachedVoice } from '@jiaohao/drivers/voice/cached-voice.ts'
import { openEspeak } from '@jiaohao/drivers/voice/espeak.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { type Hub, type HubOptions, openHub } from '@jiaohao/server/hub.ts'
import type { Namespace } from 'socket.io'
import { handsOn } from '../people/on-devices.ts'
import { openAutopilot } from './autopilot.ts'
import { FloorAct, type FloorToClient, type FloorToServer } from './contract.ts'
import { demoClerks, demoHall } from './demo-hall.ts'
import { demoItems } from './demo-items.ts'
import { type DemoPeople, openDemoPeople, sitDown } from './demo-people.ts'
import { actOn } from './floor-acts.ts'
import { floorRoutes } from './floor-routes.ts'
import { floorState } from './floor-state.ts'
import { keepSounds, type Sounds } from './sounds.ts'
import { openVirtualHall } from './virtual-hall.ts'

const tellEveryMs = 150

/** Opens the demonstration: a real hub, real stations, virtual devices on real bytes, and the page that shows them all. */
export async function openFloor(options: HubOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { clock } = options
  let people: DemoPeople | undefined
  let sounds: Sounds | undefined
  const hub = await openHub({
    ...options,
    firstSetUp: demoHall,
    extend: (app) =>
      floorRoutes(app, options.screensDir, {
        enter: (login) => people?.enter(login),
        wav: (key) => sounds?.wav(key),
      }),
  })
  publishItems(hub)
  people = openDemoPeople(hub, demoClerks)
  let tell = () => {}
  const voice = await openEspeak()
  const hall = await openVirtualHall({
    hub,
    setUp: hub.parts.setUp.read().hall,
    dataDir: options.dataDir,
    clock,
    hallClock: clock,
    random: Math.random,
    firstPort: options.port === 0 ? 0 : hub.port + 1,
    screensDir: options.screensDir,
    voice: 'refused' in voice ? silentVoice : cachedVoice(voice),
    onChange: () => tell(),
  })
  sounds = keepSounds(hall.devices.speakers, clock.now)
  const desks = await sitDown(hub, people, demoClerks)
  const hands = await handsOn(hall, desks, clock)
  const autopilot = openAutopilot(clock, hands, 1, options.onBroken)

  const floor: Namespace<FloorToServer, FloorToClient> = hub.io.of('/floor')
  const now = () => floorState(hub, hall, autopilot, sounds as Sounds)
  let cancelTell: (() => void) | null = null
  tell = () => {
    cancelTell ??= clock.after(tellEveryMs, () => {
      cancelTell = null
      floor.emit('floor', now())
    })
  }
  hub.parts.loop.onTold(tell)
  floor.on('connection', (socket) => {
    socket.emit('floor', now())
    socket.on('act', (message, reply) => {
      const act = FloorAct.safeParse(message)
      if (!act.success) return reply({ refused: 'invalid' })
      void actOn({ hub, hall, autopilot, desks }, act.data).then((outcome) => {
        reply(outcome)
        tell()
      }, options.onBroken)
    })
  })

  say(
    hub,
    hall.kiosks.map(({ name, station }) => `${name} ${station.url}`),
    'refused' in voice,
  )
  return {
    url: hub.url,
    close: async () => {
      autopilot.close()
      cancelTell?.()
      hands.close()
      for (const desk of desks.values()) desk.close()
      await hall.close()
      await hub.close()
    },
  }
}

function say(hub: Hub, kiosks: string[], noVoice: boolean): void {
  console.log(`
  叫号 Jiaohao – 示例大厅 is open

  大厅一览 Floor    ${hub.url}/floor      ← begin here
  管理台 Console    ${hub.url}/floor/enter/demo?to=console
  ${kiosks.join('\n  ')}
${noVoice ? '\n  No voice: install espeak-ng to hear the calls (Debian: apt-get install espeak-ng).\n' : ''}
  Ctrl+C stops it. A real, empty hall: npm start -- --empty --data DIR`)
}

/** Once: what an administrator of the demonstration changes stays changed. */
function publishItems({ parts }: Hub): void {
  const { catalogue, applySetUp } = parts
  if (catalogue.rows().length > 0) return
  for (const item of demoItems) {
    const draft = catalogue.add(item, 'clock')
    const wrote = 'id' in draft ? catalogue.publish(draft.id, draft.revision, 'clock') : draft
    if (!('id' in wrote)) throw new Error(`${item.name}: ${JSON.stringify(wrote)}`)
  }
  applySetUp()
}
