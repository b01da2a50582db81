import { type Reason, reasons } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { FloorAct } from '../contract.ts'
import type { ActAnswer } from './floor-link.ts'

export interface Acts {
  act(act: FloorAct): Promise<ActAnswer>
  online: boolean
}

const ActsContext = createContext<Acts | null>(null)
export const ActsProvider = ActsContext.Provider

const noteMs = 5_000

/** One place where acts are done: one at a time, and why the last was refused, for five seconds. */
export function useAct() {
  const acts = useContext(ActsContext)
  if (!acts) throw new Error('useAct needs an ActsProvider above it')
  const { t, refusal } = useTexts()
  const running = useRef(false)
  const [underWay, setUnderWay] = useState(false)
  const [note, setNote] = useState('')
  useEffect(() => {
    if (note === '') return
    const timer = setTimeout(() => setNote(''), noteMs)
    return () => clearTimeout(timer)
  }, [note])

  const inWords = (answer: ActAnswer): string => {
    if (answer === 'silent') return t('floor.link.silent')
    if ('done' in answer) return ''
    const { refused } = answer
    return isReason(refused) ? refusal(refused) : t('floor.link.refused', { reason: refused })
  }

  const act = (what: FloorAct) => {
    if (running.current) return
    running.current = true
    setUnderWay(true)
    void acts.act(what).then((answer) => {
      running.current = false
      setUnderWay(false)
      setNote(inWords(answer))
    })
  }
  return { act, note, disabled: underWay || !acts.online }
}

const isReason = (text: string): text is Reason => (reasons as readonly string[]).includes(text)
