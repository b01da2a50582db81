import type { Alarm } from '@jiaohao/core/contract/alarms.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

type Teller = Extract<Alarm, { is: 'untold' }>['missing'][number]

/** Who should have told a call, in words: the station, and its loudspeaker's zone where it is not the hall. */
export function useTellerWords(): (teller: Teller) => string {
  const { t } = useTexts()
  return ({ station, by, zone }) =>
    t(`devices.tellers.${by === 'speaker' && zone !== '' ? 'zoneSpeaker' : by}`, { station, zone })
}
