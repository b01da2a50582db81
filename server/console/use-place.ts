import type { Role } from '@jiaohao/core/queue/who.ts'
import { useEffect, useState } from 'react'
import { hashOf, type Place, placeIn } from './place.ts'

/** The place in the address bar, and how to go elsewhere. */
export function usePlace(roles: readonly Role[]): { place: Place; go: (place: Place) => void } {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const read = () => setHash(location.hash)
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return {
    place: placeIn(hash, roles),
    go: (place) => {
      location.hash = hashOf(place)
    },
  }
}
