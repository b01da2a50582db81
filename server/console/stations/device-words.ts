import type { DeviceReport } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { DotIs } from '../dot.tsx'
import { reasonOf } from './reason-of.ts'

/** Devices and their states in words; a state this console does not know is shown by its own name. */
export function useDeviceWords() {
  const { t } = useTexts()
  return {
    deviceKind: (kind: DeviceReport['kind']) => t(`stations.deviceKinds.${kind}`),
    deviceState: (state: string) => {
      const key = `stations.deviceStates.${state}`
      const words = t(key)
      return words === key ? t('stations.unknownState', { state }) : words
    },
    /** A reason that is known in words, and as the system gave it for whoever looks it up. */
    deviceDetail: (detail: string) => {
      const reason = reasonOf(detail)
      return reason ? `${t(`stations.reasons.${reason}`)} (${detail})` : detail
    },
  }
}

/** Near the end of its paper a printer still prints: a warning, no fault. */
export function dotOf(state: string): DotIs {
  switch (state) {
    case 'ready':
      return 'good'
    case 'nearEnd':
      return 'warn'
    case 'connecting':
    case 'off':
      return 'off'
    default:
      return 'bad'
  }
}
