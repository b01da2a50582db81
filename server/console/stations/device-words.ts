import type { DeviceReport } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { DotIs } from '../dot.tsx'

/** Devices and their states in words; a state this console does not know is shown by its own name. */
export function useDeviceWords() {
  const { t } = useTexts()
  return {
    deviceKind: (kind: DeviceReport['kind']) => t(`stations.deviceKinds.${kind}`),
    deviceState: (state: string) => {
      for (const key of [`stations.deviceStates.${state}`, `devices.states.${state}`]) {
        const words = t(key)
        if (words !== key) return words
      }
      return t('stations.unknownState', { state })
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
