import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useState } from 'react'
import type { Floor } from '../contract.ts'
import type { FloorLink, FloorLinkState } from './floor-link.ts'
import { FloorScreen } from './floor-screen.tsx'

/** The floor screen, connected. */
export function FloorPage({ link }: { link: FloorLink }) {
  const { t } = useTexts()
  const [floor, setFloor] = useState<Floor | null>(null)
  const [state, setState] = useState<FloorLinkState>({ is: 'connecting' })
  useEffect(() => link.onFloor(setFloor), [link])
  useEffect(() => link.onState(setState), [link])
  const title = [t('floor.page'), floor?.hallName].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
  return <FloorScreen floor={floor} link={state} onAct={link.act} />
}
