import { mannerOf } from '@jiaohao/core/queue/need.ts'
import { useHub, useLinkState, useView } from '@jiaohao/screen/use-hub.tsx'
import { useEffect } from 'react'
import { PhoneScreen } from './phone-screen.tsx'

/** The citizen's page connected; `known` says that the address named a ticket at all. */
export function PhonePage({ known }: { known: boolean }) {
  const hub = useHub()
  const link = useLinkState()
  const { view, refused } = useView({ view: 'phone' })
  const ticketId = view?.ticketId ?? ''
  const { flashes } = mannerOf(view?.needs ?? [])
  const called = view?.at === 'called' ? view.calls : 0
  useEffect(() => {
    if (called > 0) navigator.vibrate?.(Array.from({ length: flashes }, () => [500, 200]).flat())
  }, [called, flashes])
  const number = view?.number ?? ''
  useEffect(() => {
    if (number !== '') document.title = number
  }, [number])
  const turnedAway = link.is === 'turnedAway' || refused !== null

  return (
    <PhoneScreen
      view={view}
      lost={!known || (turnedAway && view === null)}
      awaySinceMs={link.is === 'away' ? link.sinceMs : null}
      onCancel={() => hub.send({ command: 'cancel', ticketId })}
      onNeeds={(needs) => hub.send({ command: 'changeNeeds', ticketId, needs })}
      onRate={(leg, level) => hub.send({ command: 'rate', ticketId, leg, level, nonce: '' })}
      onExplain={(leg, codes, text) =>
        hub.send({ command: 'explainRating', ticketId, leg, nonce: '', codes, text })
      }
    />
  )
}
