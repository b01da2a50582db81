import { staffTexts } from '@jiaohao/core/text/language.ts'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Floor, FloorAct } from '../../floor/contract.ts'
import type { FloorLinkState } from '../../floor/page/floor-link.ts'
import { FloorScreen } from '../../floor/page/floor-screen.tsx'
import { ReplayPage } from '../../floor/page/replay/replay-page.tsx'
import { broken, closed, crowded, empty, ordinary } from './floor-halls.ts'
import { answerReplay } from './floor-replay.ts'
import '@jiaohao/screen/theme.css'

const halls: Record<string, Floor | null> = {
  ordinary,
  closed,
  broken,
  crowded,
  empty,
  away: ordinary,
  refused: ordinary,
  connecting: null,
  none: null,
}

const links: Record<string, FloorLinkState> = {
  away: { is: 'away', sinceMs: Date.now() - 12_000 },
  none: { is: 'none' },
  connecting: { is: 'connecting' },
}

/** `?state=` a name of these or `replay`, `&lang=en`; a few acts change the drawing, so that controls can be felt. */
function Shown({ name }: { name: string }) {
  if (name === 'replay') return <ReplayPage />
  return <Hall name={name} />
}

function Hall({ name }: { name: string }) {
  const [floor, setFloor] = useState(halls[name] ?? null)
  const act = (what: FloorAct) => {
    if (name === 'refused') return Promise.resolve({ refused: 'nobodyWaiting' })
    setFloor((before) => before && changed(before, what))
    return Promise.resolve({ done: true } as const)
  }
  return <FloorScreen floor={floor} link={links[name] ?? { is: 'online' }} onAct={act} />
}

function changed(floor: Floor, what: FloorAct): Floor {
  switch (what.act) {
    case 'autopilot':
      return { ...floor, autopilot: { on: what.on, citizensPerHour: what.citizensPerHour } }
    case 'clerk':
    case 'press':
    case 'rate':
      return {
        ...floor,
        counters: floor.counters.map((counter) =>
          counter.counterId === what.counterId
            ? {
                ...counter,
                state: what.act === 'clerk' ? (what.here ? 'idle' : 'closed') : 'serving',
                asking: what.act === 'press' && what.key === 'requestRating',
              }
            : counter,
        ),
      }
    case 'card':
      return {
        ...floor,
        kiosks: floor.kiosks.map((kiosk) =>
          kiosk.id === what.kioskId ? { ...kiosk, reader: { ...kiosk.reader, card: what.card } } : kiosk,
        ),
      }
    case 'scan':
    case 'fault':
      return floor
  }
}

window.fetch = (url) => answerReplay(String(url))

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <Texts texts={openTexts(await staffTexts())}>
      <Shown name={new URLSearchParams(location.search).get('state') ?? 'ordinary'} />
    </Texts>,
  )
