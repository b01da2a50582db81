import { useCallback, useEffect, useState } from 'react'
import type { Floor, FloorAct } from '../contract.ts'
import { nextTarget, type Step, steps, type Target } from './first-steps.ts'

const place = 'jiaohao.floor.steps'

export interface FirstSteps {
  done: readonly Step[]
  target: Target | null
  hidden: boolean
  did(act: FloorAct): void
  hide(): void
  again(): void
}

/** What the newcomer at this browser has done once; a number taken counts when a kiosk was touched before its slip. */
export function useFirstSteps(floor: Floor | null): FirstSteps {
  const [done, setDone] = useState<readonly Step[]>(stored)
  const [hidden, setHidden] = useState(() => stored().length === steps.length)
  const [mine, setMine] = useState<string | null>(null)
  const [touched, setTouched] = useState<{ kioskId: string; slip: string } | null>(null)
  const did = useCallback((act: FloorAct) => {
    if (act.act === 'press' && act.key === 'callNext') {
      setDone(adding('call'))
      setMine(act.counterId)
    }
    if (act.act === 'rate') setDone(adding('rate'))
  }, [])
  useEffect(() => localStorage.setItem(place, done.join(',')), [done])

  useEffect(() => {
    const touch = () => {
      const kioskId = document.activeElement?.getAttribute('data-kiosk')
      if (kioskId) setTouched({ kioskId, slip: newestSlip(floor, kioskId) })
    }
    window.addEventListener('blur', touch)
    return () => window.removeEventListener('blur', touch)
  }, [floor])
  const slipCame = touched !== null && newestSlip(floor, touched.kioskId) !== touched.slip
  useEffect(() => {
    if (slipCame) setDone(adding('take'))
  }, [slipCame])

  return {
    done,
    target: floor === null || hidden ? null : nextTarget(floor, done, mine),
    hidden,
    did,
    hide: () => {
      setHidden(true)
      setDone(steps)
    },
    again: () => {
      setHidden(false)
      setDone([])
      setTouched(null)
    },
  }
}

const adding =
  (step: Step) =>
  (done: readonly Step[]): readonly Step[] =>
    done.includes(step) ? done : [...done, step]

const newestSlip = (floor: Floor | null, kioskId: string): string =>
  floor?.kiosks.find(({ id }) => id === kioskId)?.papers[0]?.key ?? ''

function stored(): readonly Step[] {
  const names = (localStorage.getItem(place) ?? '').split(',')
  return steps.filter((step) => names.includes(step))
}
